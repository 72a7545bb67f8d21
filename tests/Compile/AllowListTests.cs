using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PolicyGate.Compile.Lists;

namespace PolicyGate.Compile.Tests;

/// <summary>The lists of what policies may name, against the assemblies that policies are compiled with.</summary>
public sealed class AllowListTests
{
    private static readonly string[] TypeWords = ["argument", "inherit", "implement", "attribute", "immutable", "readable", "lookup", "implied", "hashes"];

    private static readonly string[] MemberWords = ["asks", "reads", "keeps", "passes", "hashes"];

    private static readonly CSharpCompilation References = CSharpCompilation.Create("references", references: ReferenceAssemblies.All);

    /// <summary>Types whose objects reach what a policy must not have, whatever the members are called.</summary>
    private static readonly string[] Dangerous =
    [
        "System.Activator", "System.AppContext", "System.AppDomain", "System.Console", "System.Delegate", "System.Environment", "System.GC",
        "System.Globalization.CultureTypes", "System.IO", "System.IntPtr", "System.MarshalByRefObject", "System.ModuleHandle", "System.MulticastDelegate",
        "System.Net", "System.Random", "System.Reflection", "System.Resources", "System.Runtime.InteropServices", "System.Runtime.Loader",
        "System.RuntimeFieldHandle", "System.RuntimeMethodHandle", "System.RuntimeTypeHandle", "System.Security", "System.Threading", "System.TimeProvider",
        "System.TimeZone", "System.Type", "System.TypedReference", "System.UIntPtr", "System.WeakReference", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch",
        "Microsoft.Win32",
    ];

    private static readonly string[] Unsteady = ["Now", "UtcNow", "Today", "NewGuid", "Shuffle", "CreateVersion7", "Random", "TickCount", "CurrentCulture", "CurrentUICulture", "Intern"];

    /// <summary>Given with the estate, and no clock.</summary>
    private const string DayOfTheRun = "M:PolicyGate.Model.Estates.Environment.get_Today";

    public static TheoryData<string> Files => [.. AllowList.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_line_means_one_thing_of_the_references(string file) =>
        DataLines.Of(file)
            .Where(line => DocumentationCommentId.GetSymbolsForDeclarationId(line.Id, References).Count(IsPublic) != 1)
            .Select(line => line.Id)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_list_is_in_order(string file)
    {
        string[] ids = [.. DataLines.Of(file).Select(line => line.Id)];
        ids.ShouldBe(ids.OrderBy(id => id[2..], StringComparer.Ordinal).ThenBy(id => id[0] == 'T' ? 0 : 1));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_words_of_a_list_are_known(string file) =>
        DataLines.Of(file)
            .Where(line => line.Words.Except(line.Id.StartsWith("T:", StringComparison.Ordinal) ? TypeWords : MemberWords).Any())
            .ShouldBeEmpty();

    [Fact]
    public void No_line_stands_twice() =>
        AllowList.Files.SelectMany(DataLines.Of).GroupBy(line => line.Id).Where(lines => lines.Count() > 1).Select(lines => lines.Key).ShouldBeEmpty();

    /// <summary>A member without its type, or one that speaks of types that are not listed, could never be used as meant.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_member_takes_and_gives_is_listed_too(string file) =>
        Members(file)
            .SelectMany(member => Types(member).Where(type => !AllowList.Holds(Id(type))).Select(type => $"{Id(member)} speaks of {Id(type)}"))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_listed_leads_out_of_the_box(string file) =>
        Members(file)
            .SelectMany(member => Types(member).Where(IsDangerous).Select(type => $"{Id(member)} leads to {Id(type)}"))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_listed_differs_from_run_to_run_or_reaches_other_policies(string file) =>
        Members(file)
            .Where(member => (Unsteady.Contains(member.Name.Split('_')[^1]) && Id(member) != DayOfTheRun) || IsStaticSetter(member) || IsUnsafe(member))
            .Select(Id)
            .ShouldBeEmpty();

    /// <summary>The exception and formatter families would tell of the program; what else they can do is listed one by one.</summary>
    [Fact]
    public void An_exception_tells_nothing_of_the_program() =>
        Members("exceptions").Where(member => member.Name is "get_StackTrace" or "get_TargetSite" or "get_Data" or "set_Source" or "ToString" or "GetObjectData").ShouldBeEmpty();

    [Fact]
    public void A_delegate_can_be_called_and_nothing_else() =>
        Members("delegates").Where(member => member is not INamedTypeSymbol and not { Name: "Invoke" }).ShouldBeEmpty();

    /// <summary>What enumerates by hash has no member that would walk it.</summary>
    [Fact]
    public void A_lookup_cannot_be_walked() =>
        AllowList.Files.SelectMany(Members)
            .Where(member => member.ContainingType is { } type && AllowList.Grants(Id(type), "lookup"))
            .Where(member => member.Name is "GetEnumerator" or "get_Keys" or "get_Values" or "get_Items" or "CopyTo" or "ToArray")
            .Select(Id)
            .ShouldBeEmpty();

    private static IEnumerable<ISymbol> Members(string file) =>
        DataLines.Of(file).Select(line => DocumentationCommentId.GetSymbolsForDeclarationId(line.Id, References).First(IsPublic));

    private static bool IsPublic(ISymbol symbol) =>
        symbol.ContainingAssembly is not null
        && symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsStaticSetter(ISymbol member) =>
        member is IMethodSymbol { IsStatic: true, MethodKind: MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
        || member is IFieldSymbol { IsStatic: true, IsReadOnly: false, IsConst: false };

    private static bool IsUnsafe(ISymbol member) =>
        Types(member).Any(type => type is IPointerTypeSymbol or IFunctionPointerTypeSymbol or IDynamicTypeSymbol)
        || member is IMethodSymbol { IsVararg: true };

    private static bool IsDangerous(ITypeSymbol type) =>
        Dangerous.Any(name => Id(type)[2..] == name || Id(type)[2..].StartsWith($"{name}.", StringComparison.Ordinal) || Id(type)[2..].StartsWith($"{name}`", StringComparison.Ordinal));

    private static string Id(ISymbol symbol) => symbol.OriginalDefinition.GetDocumentationCommentId()!;

    /// <summary>The types of a signature, taken apart.</summary>
    private static IEnumerable<ITypeSymbol> Types(ISymbol member) => member switch
    {
        IMethodSymbol method => Parts(method.ReturnType).Concat(method.Parameters.SelectMany(parameter => Parts(parameter.Type)))
            .Append(method.ContainingType),
        IFieldSymbol field => Parts(field.Type).Append(field.ContainingType),
        INamedTypeSymbol { TypeKind: TypeKind.Delegate } type => Types(type.DelegateInvokeMethod!),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        IPointerTypeSymbol pointer => [pointer],
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Append(named.OriginalDefinition),
        _ => [],
    };
}
