using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using PolicyGate.Compile.Lists;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Symbols;

/// <summary>Whose a symbol is: the policy's own, another policy's, or a library's, and what the lists say of that.</summary>
internal sealed class DeclaredSymbols(SyntaxTree tree, ConcurrentDictionary<ISymbol, string> ids)
{
    /// <summary>Whether the policy that is looked at declares it, itself or by something it declares.</summary>
    public bool IsOwn(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { IsAnonymousType: true } => true,
        _ when symbol.ContainingType is { IsAnonymousType: true } => true,
        _ => symbol.OriginalDefinition.Locations.Any(location => location.SourceTree == tree),
    };

    /// <summary>Whether it comes from another policy, which shares the compilation and nothing else.</summary>
    public bool IsForeign(ISymbol symbol) =>
        !IsOwn(symbol) && symbol.OriginalDefinition.Locations.Any(location => location.IsInSource);

    /// <summary>What the rewriting of the script added to the class of the policy.</summary>
    public static bool IsGenerated(ISymbol symbol) =>
        symbol.ContainingType is { ContainingType: null } wrapper
        && wrapper.ContainingNamespace.Name == "Compiled"
        && symbol is IFieldSymbol { Name: CompiledName.SourceField } or IMethodSymbol { Name: CompiledName.Factory, Parameters.Length: 0, MethodKind: MethodKind.Ordinary };

    public bool IsListed(ISymbol symbol) => AllowList.Holds(Id(symbol));

    public bool Grants(ISymbol symbol, string word) => AllowList.Grants(Id(symbol), word);

    /// <summary>The documentation comment id of the definition; tuples are the value tuples that they become.</summary>
    public string Id(ISymbol symbol) => ids.GetOrAdd(Definition(symbol), definition => definition.GetDocumentationCommentId() ?? "");

    private static ISymbol Definition(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { CorrespondingTupleField: { } field } => field.OriginalDefinition,
        INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } underlying } => underlying.OriginalDefinition,
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        _ => symbol.OriginalDefinition,
    };
}
