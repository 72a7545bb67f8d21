using Microsoft.CodeAnalysis;

namespace PolicyGate.Compile.Symbols;

/// <summary>Says what is wrong with naming or implying a symbol.</summary>
internal sealed class MemberCheck(DeclaredSymbols symbols, TypeCheck types, KeyCheck keys)
{
    /// <summary>The refusal, or null when a policy may use the symbol.</summary>
    public string? Refusal(ISymbol symbol) => symbol switch
    {
        IAliasSymbol alias => Refusal(alias.Target),
        INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol or IDiscardSymbol => null,
        ITypeSymbol type => types.Refusal(type),
        IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } => null,
        _ when symbols.IsOwn(symbol) => OfOwn(symbol) ?? OfArguments(symbol),
        _ when symbols.IsForeign(symbol) => $"'{symbol.Name}' is another policy's: declare what this policy needs in its own file",
        IPropertySymbol property => OfAccessors(property),
        IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type } when types.Refusal(type) is { } refusal => refusal,
        _ => OfLibrary(symbol) ?? OfArguments(symbol),
    };

    private static string? OfOwn(ISymbol symbol) => symbol switch
    {
        _ when DeclaredSymbols.IsGenerated(symbol) => $"'{symbol.Name}' is not the policy's own",
        IMethodSymbol { ContainingType.TypeKind: TypeKind.Delegate, Name: not "Invoke", MethodKind: not MethodKind.Constructor } =>
            $"'{symbol.Name}' is not available: call the delegate",
        _ => null,
    };

    private string? OfLibrary(ISymbol symbol) =>
        symbols.IsListed(symbol) || (symbol.ContainingType is { } container && symbols.Grants(container, "implied"))
            ? symbol.ContainingType is { IsTupleType: false } owner ? types.Refusal(owner) : null
            : Instead.Of(symbol, symbols.Id(symbol));

    /// <summary>A property is named as a whole; which accessor is meant, its use will tell.</summary>
    private string? OfAccessors(IPropertySymbol property)
    {
        string?[] refusals = [.. new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>().Select(OfLibrary)];
        return refusals.Contains(null) ? null : refusals[0];
    }

    private string? OfArguments(ISymbol symbol) => symbol is IMethodSymbol { TypeArguments.IsEmpty: false } method
        ? method.TypeArguments.Select(types.ArgumentRefusal).FirstOrDefault(refusal => refusal is not null) ?? keys.Refusal(method)
        : null;
}
