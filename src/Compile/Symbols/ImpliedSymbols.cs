using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>The members that an operation calls or reads, whether they are written or only meant.</summary>
internal static class ImpliedSymbols
{
    public static IEnumerable<ISymbol?> Of(IOperation operation, SemanticModel model) => operation switch
    {
        IInvocationOperation invocation => [invocation.TargetMethod],
        IObjectCreationOperation creation => [creation.Constructor],
        IMethodReferenceOperation reference => [reference.Method],
        IPropertyReferenceOperation reference => Accessors(reference),
        IFieldReferenceOperation reference => [reference.Field],
        IEventReferenceOperation reference => [reference.Event, reference.Event.AddMethod, reference.Event.RemoveMethod],
        IConversionOperation conversion => [conversion.OperatorMethod],
        IUnaryOperation unary => [unary.OperatorMethod],
        IBinaryOperation binary => [binary.OperatorMethod],
        IIncrementOrDecrementOperation increment => [increment.OperatorMethod],
        ICompoundAssignmentOperation compound =>
            [compound.OperatorMethod, compound.InConversion.MethodSymbol, compound.OutConversion.MethodSymbol],
        IRangeOperation range => [range.Method],
        IForEachLoopOperation loop => OfLoop((CommonForEachStatementSyntax)loop.Syntax, model),
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax assignment } =>
            OfDeconstruction(model.GetDeconstructionInfo(assignment)),
        IRecursivePatternOperation pattern => [pattern.DeconstructSymbol],
        IListPatternOperation pattern => [.. Getters(pattern.LengthSymbol), .. Getters(pattern.IndexerSymbol)],
        ISlicePatternOperation pattern => Getters(pattern.SliceSymbol),
        IImplicitIndexerReferenceOperation reference =>
            [.. Getters(reference.LengthSymbol), .. Getters(reference.IndexerSymbol)],
        IWithOperation with => [with.CloneMethod],
        ICollectionExpressionOperation collection => [collection.ConstructMethod],
        ISpreadOperation spread => [spread.ElementConversion.MethodSymbol],
        _ => [],
    };

    /// <summary>Types that are meant without being the type of an expression.</summary>
    public static IEnumerable<ITypeSymbol?> TypesOf(IOperation operation) => operation switch
    {
        IIsTypeOperation test => [test.TypeOperand],
        ITypePatternOperation pattern => [pattern.MatchedType],
        IDeclarationPatternOperation pattern => [pattern.MatchedType, Declared(pattern.DeclaredSymbol)],
        IRecursivePatternOperation pattern => [pattern.MatchedType, Declared(pattern.DeclaredSymbol)],
        IListPatternOperation pattern => [Declared(pattern.DeclaredSymbol)],
        ICatchClauseOperation clause => [clause.ExceptionType],
        IVariableDeclaratorOperation declarator => [declarator.Symbol.Type],
        IAnonymousFunctionOperation function =>
            [function.Symbol.ReturnType, .. function.Symbol.Parameters.Select(parameter => parameter.Type)],
        IForEachLoopOperation loop => [.. loop.Locals.Select(local => local.Type)],
        ISpreadOperation spread => [spread.ElementType],
        IMethodReferenceOperation reference => [reference.Method.ReturnType, .. reference.Method.Parameters.Select(parameter => parameter.Type)],
        _ => [],
    };

    private static ITypeSymbol? Declared(ISymbol? variable) => (variable as ILocalSymbol)?.Type;

    private static IEnumerable<ISymbol?> OfLoop(CommonForEachStatementSyntax syntax, SemanticModel model)
    {
        ForEachStatementInfo loop = model.GetForEachStatementInfo(syntax);
        IEnumerable<ISymbol?> deconstruction = syntax is ForEachVariableStatementSyntax variables
            ? OfDeconstruction(model.GetDeconstructionInfo(variables))
            : [];
        return
        [
            loop.GetEnumeratorMethod, loop.MoveNextMethod, loop.CurrentProperty?.GetMethod, loop.DisposeMethod,
            loop.ElementConversion.MethodSymbol, loop.CurrentConversion.MethodSymbol, .. deconstruction,
        ];
    }

    private static IEnumerable<ISymbol?> OfDeconstruction(DeconstructionInfo info) =>
        [info.Method, info.Conversion?.MethodSymbol, .. info.Nested.SelectMany(OfDeconstruction)];

    private static IEnumerable<ISymbol?> Getters(ISymbol? symbol) =>
        [symbol is IPropertySymbol property ? property.GetMethod : symbol];

    /// <summary>The getter, the setter or both, by what is done with the property.</summary>
    private static IEnumerable<ISymbol?> Accessors(IPropertyReferenceOperation reference)
    {
        IPropertySymbol property = reference.Property;
        bool isTarget = reference.Parent switch
        {
            ISimpleAssignmentOperation assignment => assignment.Target == reference,
            ITupleOperation tuple => IsDeconstructed(tuple),
            _ => false,
        };
        bool isChanged = reference.Parent switch
        {
            ICompoundAssignmentOperation assignment => assignment.Target == reference,
            ICoalesceAssignmentOperation assignment => assignment.Target == reference,
            IIncrementOrDecrementOperation => true,
            _ => false,
        };
        if (property.ReturnsByRef || property.ReturnsByRefReadonly)
        {
            return [property.GetMethod];
        }

        return isChanged ? [property.GetMethod, property.SetMethod] : [isTarget ? property.SetMethod : property.GetMethod];
    }

    private static bool IsDeconstructed(IOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation assignment => assignment.Target == tuple,
        ITupleOperation outer => IsDeconstructed(outer),
        _ => false,
    };
}
