using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Symbols;

/// <summary>Says of which types no object ever changes, down to the last of its parts.</summary>
internal sealed class Immutability(SemanticModel model, DeclaredSymbols symbols)
{
    private readonly Dictionary<ITypeSymbol, bool> known = new(SymbolEqualityComparer.Default);
    private ILookup<ISymbol?, INamedTypeSymbol>? derived;

    public bool Of(ITypeSymbol type)
    {
        if (!known.TryGetValue(type, out bool isImmutable))
        {
            // A type that holds itself is as immutable as the rest of it.
            known[type] = true;
            known[type] = isImmutable = Look(type);
        }

        return isImmutable;
    }

    /// <summary>
    /// Whether it may be static when it is only read: an array or collection of what does not change. A function does not
    /// change when it holds on to nothing, which its type does not tell.
    /// </summary>
    public bool IsReadable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsElement(array.ElementType),
        INamedTypeSymbol named => symbols.Grants(named, "readable") && named.TypeArguments.All(IsElement),
        _ => false,
    };

    private bool IsElement(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || Of(type);

    private bool Look(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        INamedTypeSymbol named when symbols.IsOwn(named) => named.TypeKind switch
        {
            TypeKind.Struct => Fields(named).All(field => Of(field.Type)) && !Captures(named),
            TypeKind.Class => OfClass(named),
            _ => false,
        },
        INamedTypeSymbol named => symbols.Grants(named, "immutable") && named.TypeArguments.All(Of),
        _ => false,
    };

    private bool OfClass(INamedTypeSymbol type) =>
        Fields(type).All(field => field.IsReadOnly && Of(field.Type))
        && !type.GetMembers().OfType<IEventSymbol>().Any(one => !one.IsStatic)
        && !Captures(type)
        && (type.BaseType is null or { SpecialType: SpecialType.System_Object } || (symbols.IsOwn(type.BaseType) && Of(type.BaseType)))
        && Derived[type.OriginalDefinition].All(Of);

    /// <summary>Those that are declared and those of properties; a captured parameter is looked at by itself.</summary>
    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => !field.IsStatic && (!field.IsImplicitlyDeclared || field.AssociatedSymbol is not null));

    private ILookup<ISymbol?, INamedTypeSymbol> Derived => derived ??= new OwnTypes(model, symbols).All
        .ToLookup(one => (ISymbol?)one.BaseType?.OriginalDefinition, SymbolEqualityComparer.Default);

    /// <summary>
    /// A parameter of a class that its members use is a field without a name, and immutable when nothing assigns to it.
    /// </summary>
    private bool Captures(INamedTypeSymbol type) =>
        !type.IsRecord
        && type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .Any(declaration => declaration.ParameterList?.Parameters.Any(parameter => IsChangeable(parameter, declaration)) == true);

    private bool IsChangeable(ParameterSyntax parameter, TypeDeclarationSyntax declaration)
    {
        IParameterSymbol symbol = model.GetDeclaredSymbol(parameter)!;
        IdentifierNameSyntax[] uses =
        [
            .. declaration.Members
                .Where(member => member is not BaseFieldDeclarationSyntax)
                .SelectMany(member => member.DescendantNodes(node => node is not EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }))
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == parameter.Identifier.ValueText)
                .Where(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol)),
        ];
        return uses.Length > 0 && (!Of(symbol.Type) || !uses.All(IsRead));
    }

    private static bool IsRead(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left != name,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } => true,
        PostfixUnaryExpressionSyntax or RefExpressionSyntax => false,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => false,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0 && argument.Parent is not TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
        _ => true,
    };
}
