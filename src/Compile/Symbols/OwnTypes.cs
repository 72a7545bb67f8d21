using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Symbols;

/// <summary>The types that a policy declares.</summary>
internal sealed class OwnTypes(SemanticModel model, DeclaredSymbols symbols)
{
    private readonly Lazy<INamedTypeSymbol[]> all = new(() =>
    [
        .. model.SyntaxTree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
            .Select(declaration => model.GetDeclaredSymbol(declaration))
            .OfType<INamedTypeSymbol>(),
    ]);

    public IReadOnlyList<INamedTypeSymbol> All => all.Value;

    /// <summary>Those that can be made and are of an interface or class, without itself.</summary>
    public IReadOnlyList<INamedTypeSymbol> Under(INamedTypeSymbol type) =>
        [.. All.Where(one => one is { IsAbstract: false, TypeKind: not TypeKind.Interface } && IsUnder(one, type.OriginalDefinition))];

    /// <summary>The compiler's own, of records, is as steady as what it compares.</summary>
    public bool WritesEquals(INamedTypeSymbol type) =>
        symbols.IsOwn(type)
        && (type.GetMembers().Any(member => member is IMethodSymbol { IsImplicitlyDeclared: false, Parameters.Length: 1 } method && IsEquals(method))
            || (type.BaseType is { } inherited && WritesEquals(inherited)));

    private static bool IsEquals(IMethodSymbol method) =>
        method.Name == nameof(Equals) || method.Name.EndsWith($".{nameof(Equals)}", StringComparison.Ordinal);

    private static bool IsUnder(INamedTypeSymbol type, INamedTypeSymbol upper)
    {
        for (INamedTypeSymbol? one = type.BaseType; one is not null; one = one.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, upper))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(one => SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, upper));
    }
}
