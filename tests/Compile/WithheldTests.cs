using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyGate.Compile.Lists;
using PolicyGate.Tests;

namespace PolicyGate.Compile.Tests;

/// <summary>
/// Each public word of the model and of authoring is given to policies or withheld from them, so that a new one is a
/// decision. What <c>withheld.txt</c> names is a type as a whole, or a member of a type that policies have.
/// </summary>
public sealed class WithheldTests
{
    private static readonly string[] Withheld =
        [.. File.ReadLines(Repository.At("tests", "Compile", "withheld.txt")).Where(line => line.Length > 0 && !line.StartsWith('#'))];

    private static readonly ISymbol[] Words =
    [
        .. CSharpCompilation.Create("references", references: ReferenceAssemblies.All).References
            .Select(CSharpCompilation.Create("references", references: ReferenceAssemblies.All).GetAssemblyOrModuleSymbol)
            .OfType<IAssemblySymbol>()
            .Where(assembly => assembly.Name.StartsWith("PolicyGate.", StringComparison.Ordinal))
            .SelectMany(assembly => In(assembly.GlobalNamespace)),
    ];

    [Fact]
    public void Every_word_is_given_or_withheld() =>
        Words
            .Where(word => !AllowList.Holds(Id(word)) && !Withheld.Contains(Id(word)) && !Withheld.Contains(Outermost(word)))
            .Select(Id)
            .ShouldBeEmpty("list them in src/Compile/Lists/policy.txt, or here in withheld.txt");

    [Fact]
    public void What_is_withheld_exists_and_is_not_given() =>
        Withheld.Where(id => AllowList.Holds(id) || !Words.Select(Id).Contains(id)).ShouldBeEmpty();

    private static string Id(ISymbol symbol) => symbol.GetDocumentationCommentId()!;

    private static string Outermost(ISymbol word) => Id(word as INamedTypeSymbol ?? word.ContainingType);

    private static IEnumerable<ISymbol> In(INamespaceOrTypeSymbol container) =>
        container.GetMembers().Where(IsWord).SelectMany(member => member switch
        {
            INamespaceSymbol ns => In(ns),
            INamedTypeSymbol type => In(type).Prepend(type),
            _ => [member],
        });

    /// <summary>
    /// What people write: no accessors that only change a record's copy, and nothing that the compiler makes for records
    /// and enums.
    /// </summary>
    private static bool IsWord(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol => true,
        { DeclaredAccessibility: not Accessibility.Public } => false,
        IPropertySymbol or IEventSymbol => false,
        IMethodSymbol { MethodKind: MethodKind.PropertySet } => false,
        IMethodSymbol { Name: "<Clone>$" } => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.TypeKind: TypeKind.Enum } => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.IsEmpty: true, ContainingType.TypeKind: TypeKind.Struct } => false,
        _ => true,
    };
}
