using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PolicyGate.Compile.Symbols;

/// <summary>Says of which types no object ever changes, down to the last of its parts.</summary>
internal sealed class Immutability(SemanticModel model, DeclaredSymbols symbols)
{
    private readonly Dictionary<ITypeSymbol, bool> known = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> open = new(SymbolEqualityComparer.Default);
    private ILookup<ISymbol?, INamedTypeSymbol>? derived;

    public bool Of(ITypeSymbol type)
    {
        // A type that holds itself is as immutable as the rest of it.
        if (known.TryGetValue(type, out bool isImmutable) || !open.Add(type))
        {
            return isImmutable || open.Contains(type);
        }

        isImmutable = Look(type);
        open.Remove(type);
        if (!isImmutable || open.Count == 0)
        {
            known[type] = isImmutable;
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

    private bool IsElement(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || (Of(type) && !IsChangedInPlace(type));

    /// <summary>A struct of the policy's own, by its members, unless it is readonly; that of others is none that could be static.</summary>
    private bool IsChangedInPlace(ITypeSymbol type) => type is INamedTypeSymbol { IsValueType: true, TypeKind: TypeKind.Struct } named
        && ((symbols.IsOwn(named) && !named.IsReadOnly) || named.TypeArguments.Any(IsChangedInPlace));

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
    private bool Captures(INamedTypeSymbol type)
    {
        TypeDeclarationSyntax[] parts = [.. type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>()];
        return !type.IsRecord && parts.SelectMany(part => part.ParameterList?.Parameters ?? []).Any(parameter => IsChangeable(parameter, parts));
    }

    private bool IsChangeable(ParameterSyntax parameter, TypeDeclarationSyntax[] parts)
    {
        IParameterSymbol symbol = model.GetDeclaredSymbol(parameter)!;
        IdentifierNameSyntax[] uses =
        [
            .. parts.SelectMany(part => part.Members)
                .Where(member => member is not BaseFieldDeclarationSyntax)
                .SelectMany(member => member.DescendantNodes(node => node is not EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }))
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == parameter.Identifier.ValueText)
                .Where(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol)),
        ];
        return uses.Length > 0 && (!Of(symbol.Type) || IsChangedInPlace(symbol.Type) || !uses.All(name => IsRead(name, symbol.Type)));
    }

    private bool IsRead(IdentifierNameSyntax name, ITypeSymbol type)
    {
        SyntaxNode at = name;
        while (IsSameValue(at))
        {
            at = at.Parent!;
        }

        return at.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left != at,
            ForEachVariableStatementSyntax loop => loop.Variable != at,
            PostfixUnaryExpressionSyntax or RefExpressionSyntax => false,
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } => false,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
            MemberAccessExpressionSyntax access => !type.IsValueType || !MayChange(access),
            _ => true,
        };
    }

    /// <summary>Brackets, and places in tuples, which may be assigned to as a whole.</summary>
    private static bool IsSameValue(SyntaxNode at) =>
        at.Parent is ParenthesizedExpressionSyntax or CheckedExpressionSyntax or TupleExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
            or ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: TupleExpressionSyntax };

    /// <summary>The fields of a tuple, and what is given a value by reference.</summary>
    private bool MayChange(MemberAccessExpressionSyntax access) => model.GetSymbolInfo(access).Symbol switch
    {
        IFieldSymbol { IsConst: false, IsReadOnly: false } => true,
        IMethodSymbol { ReducedFrom: { } extension } => extension.Parameters[0].RefKind == RefKind.Ref,
        IMethodSymbol { ContainingType.IsExtension: true } or IPropertySymbol { ContainingType.IsExtension: true } => true,
        _ => false,
    };
}
