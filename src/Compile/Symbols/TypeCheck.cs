using Microsoft.CodeAnalysis;

namespace PolicyGate.Compile.Symbols;

/// <summary>Says what is wrong with a type, all that it is made of included.</summary>
internal sealed class TypeCheck(DeclaredSymbols symbols, KeyCheck keys)
{
    private readonly Dictionary<ITypeSymbol, string?> known = new(SymbolEqualityComparer.Default);

    /// <summary>The refusal, or null when a policy may use the type.</summary>
    public string? Refusal(ITypeSymbol type)
    {
        if (!known.TryGetValue(type, out string? refusal))
        {
            // A type may speak of itself in its arguments; what is wrong with it is found on the way down.
            known[type] = null;
            known[type] = refusal = Look(type);
        }

        return refusal;
    }

    /// <summary>Whether it may be asked but neither walked nor handed on.</summary>
    public bool IsLookup(ITypeSymbol? type) => type is INamedTypeSymbol && symbols.Grants(type, "lookup");

    private string? Look(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => ArgumentRefusal(array.ElementType),
        IDynamicTypeSymbol => "'dynamic' is not available: name the type",
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "pointers are not available: use 'ref', arrays or spans",
        ITypeParameterSymbol => null,
        INamedTypeSymbol { IsAnonymousType: true } anonymous =>
            anonymous.GetMembers().OfType<IPropertySymbol>().Select(property => ArgumentRefusal(property.Type)).FirstOrDefault(refusal => refusal is not null),
        INamedTypeSymbol named => OfNamed(named),
        _ => $"'{type.ToDisplayString()}' is not available",
    };

    private string? OfNamed(INamedTypeSymbol type)
    {
        if (symbols.IsForeign(type))
        {
            return $"'{type.Name}' is another policy's: declare what this policy needs in its own file";
        }

        if (!symbols.IsOwn(type) && !symbols.IsListed(type))
        {
            return Instead.Of(type, symbols.Id(type));
        }

        return type.TypeArguments.Select(ArgumentRefusal).FirstOrDefault(refusal => refusal is not null)
            ?? keys.Refusal(type)
            ?? (type.ContainingType is { } container && !symbols.IsOwn(container) ? Refusal(container) : null);
    }

    /// <summary>The refusal, or null when a policy may use the type as a type argument or element.</summary>
    public string? ArgumentRefusal(ITypeSymbol type) =>
        Refusal(type) ?? (type is INamedTypeSymbol { IsAnonymousType: false } named && !symbols.IsOwn(named) && !symbols.Grants(named, "argument")
            ? IsLookup(named)
                ? $"the order of '{named.Name}' follows hashes, so it cannot be handed on: {Instead.OfLookup(named)}"
                : $"'{named.Name}' cannot be a type argument or element here"
            : null);
}
