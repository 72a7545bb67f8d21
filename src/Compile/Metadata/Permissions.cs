using System.Collections.Frozen;
using PolicyGate.Compile.Lists;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// What emitted code may refer to: the list of what policies may name, and the list of what only the compiler writes.
/// The second is safe only because the first check has shown that the policy did not write it.
/// </summary>
internal sealed class Permissions
{
    private readonly Func<string, bool> mayName;
    private readonly Func<string, string, bool> isGranted;
    private readonly FrozenDictionary<string, string[]> compilerOnly;

    /// <param name="mayName">Whether policies may name the type or member of this documentation comment id.</param>
    /// <param name="isGranted">Whether the type of this id may also be used as the word says; see <c>AllowList</c>.</param>
    /// <param name="compilerOnly">What only the compiler writes, with the places where it does.</param>
    /// <param name="references">The assemblies that may be referred to.</param>
    /// <param name="allowsSizes">Whether code may ask for the size of a type.</param>
    public Permissions(
        Func<string, bool> mayName,
        Func<string, string, bool> isGranted,
        IEnumerable<DataLine> compilerOnly,
        IReadOnlySet<AssemblyIdentity> references,
        bool allowsSizes = false)
    {
        this.mayName = mayName;
        this.isGranted = isGranted;
        this.compilerOnly = compilerOnly.ToFrozenDictionary(line => line.Id, line => line.Words, StringComparer.Ordinal);
        References = references;
        AllowsSizes = allowsSizes;
    }

    /// <summary>What holds for what the compiler has emitted.</summary>
    public static Permissions OfEmitted { get; } = OfLists(AssemblyIdentity.OfPolicies, meters: [], allowsSizes: false);

    public IReadOnlySet<AssemblyIdentity> References { get; }

    /// <summary>The compiler asks for the size of a type only in unsafe code; weaving does to charge for it.</summary>
    public bool AllowsSizes { get; }

    /// <summary>What holds after weaving, which adds calls of these members of the meters and of nothing else.</summary>
    /// <param name="meters">Documentation comment ids, of types as well as of members.</param>
    public static Permissions OfWoven(IEnumerable<string> meters) => OfLists(AssemblyIdentity.OfWovenPolicies, meters, allowsSizes: true);

    /// <summary>Whether the type may be the type of a value, or have its members used.</summary>
    public bool AllowsType(string id) =>
        mayName($"T:{id}") || (CompilerWords(id) is { } words && (words.Length == 0 || words.Contains("value")));

    /// <summary>
    /// The type as a type argument or as the element of an array. Types whose order follows hashes stay out of those that
    /// policies write; records compare them through the framework all the same.
    /// </summary>
    public Shape AsArgument(Shape type) =>
        type is { Problem: null, Kind: ShapeKind.External } && !AllowsAs(type.Definition, "argument") && !AllowsAs(type.Definition, "lookup")
            ? type with { Problem = $"{type.Id} may not be a type argument or the element of an array" }
            : type;

    /// <summary>Whether the type may be used as more than the type of a value.</summary>
    /// <param name="id">The type's id without its prefix.</param>
    /// <param name="word"><c>argument</c>, <c>inherit</c> or <c>implement</c>.</param>
    public bool AllowsAs(string id, string word) =>
        isGranted($"T:{id}", word) || CompilerWords(id)?.Contains(word) == true;

    /// <summary>Whether the type may be an attribute; some only of what the compiler makes for all policies.</summary>
    public bool AllowsAttribute(string id, string? owner) =>
        AllowsAs(id, "attribute") || (owner is null && AllowsAs(id, "shared"));

    /// <summary>Whether a custom modifier of this type may stand in signatures.</summary>
    public bool AllowsModifier(string id) => CompilerWords(id)?.Contains("modifier") == true;

    /// <summary>Whether there is any reason for the type to be referred to.</summary>
    public bool KnowsType(string id) => mayName($"T:{id}") || CompilerWords(id) is not null;

    /// <summary>Whether policies may name the member, so that it may stand anywhere.</summary>
    public bool AllowsMember(string id) => mayName(id);

    /// <summary>The places where the compiler may write the member; null when it may not at all.</summary>
    public string[]? CompilerPlaces(string id) => compilerOnly.GetValueOrDefault(id);

    private static Permissions OfLists(IReadOnlySet<AssemblyIdentity> references, IEnumerable<string> meters, bool allowsSizes) => new(
        AllowList.Holds,
        AllowList.Grants,
        DataLines.Of("compiler-only").Concat(meters.Select(id => new DataLine(id, []))),
        references,
        allowsSizes);

    private string[]? CompilerWords(string typeId) => CompilerPlaces($"T:{typeId}");
}
