using Microsoft.CodeAnalysis;
using PolicyGate.Compile.Lists;

namespace PolicyGate.Compile.Symbols;

/// <summary>What to use instead of what is refused; it words the refusal and decides nothing.</summary>
internal static class Instead
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>Ids, or their beginnings, with a hint; the longest that fits counts.</summary>
    private static readonly (string Beginning, string Hint)[] Hints =
        [.. DataLines.Of("instead").Select(line => (line.Id, string.Join(' ', line.Words))).OrderByDescending(line => line.Id.Length)];

    /// <summary>The refusal of a type or member that is not on the list.</summary>
    public static string Of(ISymbol symbol, string id)
    {
        string hint = Hints.FirstOrDefault(one => id.AsSpan(2).StartsWith(one.Beginning, StringComparison.Ordinal)).Hint
            ?? "it is not among what policies may use";
        return $"'{Name(symbol)}' is not available: {hint}";
    }

    public static string OfLookup(ITypeSymbol type) =>
        type.Name.Contains("Dictionary", StringComparison.Ordinal) || type.ContainingType?.Name.Contains("Dictionary", StringComparison.Ordinal) == true
            ? "use ImmutableSortedDictionary or Dictionary, or begin with OrderBy(pair => pair.Key)"
            : "use ImmutableSortedSet or HashSet, or begin with Order()";

    /// <summary>What to say of a name that the compiler did not find, or nothing when nothing is known of it.</summary>
    public static string? OfMissing(string message)
    {
        string[] quoted = message.Split('\'');
        return quoted.Length < 3 ? null : Hints.FirstOrDefault(one => one.Beginning == $"!:{quoted[1]}").Hint;
    }

    private static string Name(ISymbol symbol) => symbol switch
    {
        ITypeSymbol => symbol.ToDisplayString(Short),
        IMethodSymbol { MethodKind: MethodKind.Constructor } => $"new {symbol.ContainingType.Name}({Parameters(symbol)})",
        IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: true } } => $"{symbol.ContainingType.Name}[]",
        IMethodSymbol { AssociatedSymbol: { } associated } => $"{symbol.ContainingType.Name}.{associated.Name}",
        IMethodSymbol => $"{symbol.ContainingType?.Name}.{symbol.Name}({Parameters(symbol)})",
        _ => $"{symbol.ContainingType?.Name}.{symbol.Name}",
    };

    private static string Parameters(ISymbol symbol) =>
        string.Join(", ", ((IMethodSymbol)symbol).OriginalDefinition.Parameters.Select(parameter => parameter.Type.ToDisplayString(Short)));
}
