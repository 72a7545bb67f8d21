using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyGate.Compile.Lists;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Collections that hash ask whether two keys are equal when their hash codes are, be it by chance, and the runtime numbers
/// objects anew in each run. So where code of a policy is asked, keys have hash codes that are the same in every run.
/// </summary>
internal sealed class KeyCheck(SemanticModel model, DeclaredSymbols symbols)
{
    private const string Hashing = "hashes";

    private static readonly Lazy<HashSet<string>> HashingNames = new(() => [.. AllowList.NamesWith(Hashing)]);

    private readonly OwnTypes own = new(model, symbols);

    /// <summary>Whether generic code of the policy's own hashes at all.</summary>
    private readonly Lazy<bool> hashesGenerically = new(() => model.SyntaxTree.GetRoot()
        .DescendantNodes()
        .Where(node => node is TypeParameterListSyntax)
        .Any(list => list.Parent!.DescendantTokens().Any(Hashes)));

    /// <summary>The refusal, or null when a policy may use the collection, or call the method, with these keys.</summary>
    public string? Refusal(ISymbol symbol) =>
        KeysOf(symbol).Select(key => Refusal(symbol, key)).FirstOrDefault(refusal => refusal is not null);

    private string? Refusal(ISymbol symbol, ITypeSymbol key) => key switch
    {
        _ when IsSteady(key) => null,
        _ when symbols.Grants(symbol, "lookup") =>
            $"the order of '{symbol.Name}' follows the hash codes of '{Name(key)}', which differ from run to run: use a HashSet or Dictionary, or keys that are texts, numbers or records",
        ITypeParameterSymbol => null,
        _ when IsMixed(key) || !IsSilent(key) =>
            $"'{Name(key)}' cannot be a key, because its hash code differs from run to run, and code of the policy would be asked by chance: make it a record, or use texts and numbers",
        _ => null,
    };

    private static bool Hashes(SyntaxToken token) =>
        token.IsKind(SyntaxKind.GroupKeyword) || token.IsKind(SyntaxKind.JoinKeyword) || HashingNames.Value.Contains(token.ValueText);

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>What a collection or method hashes; what is given to generic code of the policy's own may become a key there.</summary>
    private IEnumerable<ITypeSymbol> KeysOf(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsAnonymousType: true } => [],
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } when symbols.IsOwn(symbol) => hashesGenerically.Value ? arguments : [],
        IMethodSymbol { TypeArguments: { IsEmpty: false } arguments } when symbols.IsOwn(symbol) => hashesGenerically.Value ? arguments : [],
        INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } when symbols.Grants(symbol, Hashing) => [arguments[0]],
        IMethodSymbol { TypeArguments: { IsEmpty: false } arguments } method when symbols.Grants(symbol, Hashing) =>
            [arguments[Math.Max(0, IndexOfKey(method))]],
        _ => [],
    };

    private static int IndexOfKey(IMethodSymbol method) =>
        (method.ReducedFrom ?? method).OriginalDefinition.TypeParameters.Select(parameter => parameter.Name).ToList().IndexOf("TKey");

    /// <summary>Its hash code comes from its value, or from code of the policy's, which is given steady ones.</summary>
    private bool IsSteady(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } or INamedTypeSymbol { IsAnonymousType: true } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => IsSteady(value),
        INamedTypeSymbol named when symbols.IsOwn(named) =>
            named.IsRecord || Hashes(named) || (own.Under(named) is { Count: > 0 } under && under.All(one => one.IsRecord || Hashes(one))),
        INamedTypeSymbol { IsTupleType: true } or INamedTypeSymbol { Name: "Tuple", IsGenericType: true } => Parts(type).All(IsSteady),
        INamedTypeSymbol { IsGenericType: false, IsValueType: true } => true,
        INamedTypeSymbol { IsRecord: false } named => symbols.Id(named) is "T:System.Uri" or "T:System.Version" || Hashes(named),
        _ => false,
    };

    /// <summary>Of ours there are subjects and nodes; the library's may go by identity in theirs.</summary>
    private bool Hashes(INamedTypeSymbol type) =>
        (symbols.IsOwn(type) || type.ContainingAssembly.Name.StartsWith("PolicyGate.", StringComparison.Ordinal))
        && (type.GetMembers(nameof(GetHashCode)).Any(member => member is IMethodSymbol { IsOverride: true, Parameters.IsEmpty: true })
            || (type.BaseType is { } inherited && Hashes(inherited)));

    /// <summary>
    /// A tuple of something that differs from run to run and something of the policy's own, whose equality is asked for
    /// when two of them are alike by chance, and may take long.
    /// </summary>
    private bool IsMixed(ITypeSymbol type) =>
        Parts(type) is { Length: > 0 } parts && !parts.All(IsSteady) && parts.Any(IsAsked);

    private bool IsAsked(ITypeSymbol part) => part switch
    {
        { TypeKind: TypeKind.Enum } => false,
        ITypeParameterSymbol => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => IsAsked(value),
        _ when MayBeTuple(part) => own.All.Count > 0,
        INamedTypeSymbol named => symbols.IsOwn(named) || own.Under(named).Count > 0 || Parts(named).Any(IsAsked),
        _ => false,
    };

    /// <summary>Nobody wrote an Equals that could be asked.</summary>
    private bool IsSilent(ITypeSymbol type) => type switch
    {
        _ when MayBeTuple(type) => !own.All.Any(own.WritesEquals),
        INamedTypeSymbol named => !own.Under(named).Append(named).Any(own.WritesEquals),
        _ => true,
    };

    /// <summary>What every object is, and what tuples implement.</summary>
    private static bool MayBeTuple(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
        || type is { TypeKind: TypeKind.Interface, Name: "IComparable" or "IEquatable" or "IStructuralComparable" or "IStructuralEquatable" or "ITuple" };

    /// <summary>Of what the library hashes and compares by itself: tuples, and structs that do not say how.</summary>
    private ITypeSymbol[] Parts(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named when symbols.IsOwn(named) => named is { IsValueType: true, IsRecord: false, TypeKind: TypeKind.Struct } && !Hashes(named)
            ? [.. named.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => field.Type)]
            : [],
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } => Parts(value),
        INamedTypeSymbol { Name: "ValueTuple" or "Tuple" or "KeyValuePair", TypeArguments: var parts } => [.. parts],
        _ => [],
    };
}
