using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Types are initialised before a policy is made, but for generic ones, of which there are as many as are used. Those are
/// initialised at their first use, on the budget of whoever uses them first and with what others hold at that time; so
/// nothing is done there.
/// </summary>
internal sealed class LateStatics(SemanticModel model, DeclaredSymbols symbols, Findings findings)
{
    /// <param name="node">Declares a static, or is a static constructor.</param>
    /// <param name="type">The type that holds it.</param>
    public void Check(SyntaxNode node, INamedTypeSymbol type)
    {
        if (IsLate(type) && (node is ConstructorDeclarationSyntax || !Operations(node).All(DoesNothing)))
        {
            findings.Add(node, "PG0205", $"statics of the generic '{type.Name}' are made at its first use: put what has to be worked out into a class that is not generic");
        }
    }

    private static bool IsLate(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsLate(outer));

    private IEnumerable<IOperation> Operations(SyntaxNode node) => node.DescendantNodesAndSelf()
        .OfType<EqualsValueClauseSyntax>()
        .Take(1)
        .Select(value => (model.GetOperation(value) as ISymbolInitializerOperation)?.Value)
        .OfType<IOperation>()
        .SelectMany(Outside);

    /// <summary>Without what stands in functions, which are only made, and how collections are made of their elements.</summary>
    private static IEnumerable<IOperation> Outside(IOperation operation) => operation switch
    {
        IDelegateCreationOperation or { ConstantValue.HasValue: true } => [],
        ICollectionExpressionOperation collection => collection.Elements.SelectMany(Outside),
        _ => operation.ChildOperations.SelectMany(Outside).Prepend(operation),
    };

    private bool DoesNothing(IOperation operation) => operation switch
    {
        ILiteralOperation or IDefaultValueOperation or ITupleOperation or IArrayInitializerOperation => true,
        IConversionOperation conversion => conversion.OperatorMethod is null || conversion.Operand is ICollectionExpressionOperation,
        IArrayCreationOperation creation => creation.Initializer is not null || creation.DimensionSizes.All(size => size.ConstantValue.Value is 0),
        IObjectCreationOperation creation => creation is { Arguments.IsEmpty: true, Initializer: null } && !symbols.IsOwn(creation.Constructor!),
        IFieldReferenceOperation { Field: var field } => !symbols.IsOwn(field),
        IPropertyReferenceOperation { Property: var property } => property.IsStatic && !symbols.IsOwn(property),
        _ => false,
    };
}
