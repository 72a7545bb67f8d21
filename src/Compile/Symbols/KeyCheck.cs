using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Collections that hash ask the Equals of those whose hash codes are equal, be it by chance. Where a policy wrote that
/// Equals, its keys have hash codes that are the same in every run: the runtime numbers objects anew in each.
/// </summary>
internal sealed class KeyCheck(SemanticModel model, DeclaredSymbols symbols)
{
    private static readonly HashSet<string> ByValue = ["T:System.Uri", "T:System.Version"];

    private readonly Lazy<bool> hasOwnEquals = new(() => model.SyntaxTree.GetRoot()
        .DescendantNodes()
        .Any(node => node is MethodDeclarationSyntax { Identifier.ValueText: nameof(Equals), ParameterList.Parameters.Count: 1 }));

    /// <summary>The refusal, or null when a policy may use the collection, or call the method, with these keys.</summary>
    public string? Refusal(ISymbol symbol) => KeyOf(symbol) switch
    {
        null => null,
        var key when IsSteady(key) => null,
        var key when symbols.Grants(symbol, "lookup") =>
            $"the order of '{symbol.Name}' follows the hash codes of '{Name(key)}', which differ from run to run: use a HashSet or Dictionary, or keys that are texts, numbers or records",
        var key when !IsOfLibrary(key) && hasOwnEquals.Value =>
            $"'{Name(key)}' cannot be a key beside an Equals of the policy's own, because hash codes of objects differ from run to run: make it a record, or use texts and numbers",
        _ => null,
    };

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private ITypeSymbol? KeyOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } type when symbols.Grants(type, "hashes") => arguments[0],
        IMethodSymbol { TypeArguments: { IsEmpty: false } arguments } method when symbols.Grants(method, "hashes") =>
            arguments[Math.Max(0, IndexOfKey((method.ReducedFrom ?? method).OriginalDefinition))],
        _ => null,
    };

    private static int IndexOfKey(IMethodSymbol method) => method.TypeParameters.Select(parameter => parameter.Name).ToList().IndexOf("TKey");

    /// <summary>Nothing of the policy's own can be or be part of such a key, so nobody is asked but the library.</summary>
    private bool IsOfLibrary(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => true,
        INamedTypeSymbol { TypeKind: not TypeKind.Interface, SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } named =>
            !symbols.IsOwn(named) && !symbols.Grants(named, "inherit") && named.TypeArguments.All(IsOfLibrary),
        _ => false,
    };

    /// <summary>Its hash code comes from its value, or from code of the policy's, which is given steady ones.</summary>
    private bool IsSteady(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } => true,
        INamedTypeSymbol { IsAnonymousType: true } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or { IsTupleType: true } =>
            ((INamedTypeSymbol)type).TypeArguments.All(IsSteady),
        INamedTypeSymbol named when symbols.IsOwn(named) => named.IsRecord || Hashes(named),
        INamedTypeSymbol { Name: "Tuple" } tuple => tuple.TypeArguments.All(IsSteady),
        INamedTypeSymbol { IsGenericType: false, IsValueType: true } => true,
        INamedTypeSymbol named => ByValue.Contains(symbols.Id(named)) || (!named.IsRecord && Hashes(named)),
        _ => false,
    };

    /// <summary>Of ours there are subjects and nodes; the library's may go by identity in theirs.</summary>
    private bool Hashes(INamedTypeSymbol type) =>
        (symbols.IsOwn(type) || type.ContainingAssembly.Name.StartsWith("PolicyGate.", StringComparison.Ordinal))
        && (type.GetMembers(nameof(GetHashCode)).Any(member => member is IMethodSymbol { IsOverride: true, Parameters.IsEmpty: true })
            || (type.BaseType is { } inherited && Hashes(inherited)));
}
