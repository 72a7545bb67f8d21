using System.Collections.Frozen;
using Microsoft.CodeAnalysis;

namespace PolicyGate.Compile.Symbols;

/// <summary>The kinds of operations that have been looked at; a newer language brings nothing by itself.</summary>
internal static class KnownOperations
{
    private static readonly FrozenSet<OperationKind> Kinds = new[]
    {
        OperationKind.AnonymousFunction, OperationKind.AnonymousObjectCreation, OperationKind.Argument,
        OperationKind.ArrayCreation, OperationKind.ArrayElementReference, OperationKind.ArrayInitializer,
        OperationKind.Attribute, OperationKind.Binary, OperationKind.BinaryPattern, OperationKind.Block,
        OperationKind.Branch, OperationKind.CaseClause, OperationKind.CatchClause, OperationKind.Coalesce,
        OperationKind.CoalesceAssignment, OperationKind.CollectionExpression, OperationKind.CompoundAssignment,
        OperationKind.Conditional, OperationKind.ConditionalAccess, OperationKind.ConditionalAccessInstance,
        OperationKind.ConstantPattern, OperationKind.ConstructorBody, OperationKind.Conversion,
        OperationKind.DeclarationExpression, OperationKind.DeclarationPattern, OperationKind.DeconstructionAssignment,
        OperationKind.Decrement, OperationKind.DefaultValue, OperationKind.DelegateCreation, OperationKind.Discard,
        OperationKind.DiscardPattern, OperationKind.Empty, OperationKind.EventAssignment, OperationKind.EventReference,
        OperationKind.ExpressionStatement, OperationKind.FieldInitializer, OperationKind.FieldReference,
        OperationKind.ImplicitIndexerReference, OperationKind.Increment, OperationKind.InstanceReference,
        OperationKind.InterpolatedString, OperationKind.InterpolatedStringAddition,
        OperationKind.InterpolatedStringAppendFormatted, OperationKind.InterpolatedStringAppendLiteral,
        OperationKind.InterpolatedStringHandlerArgumentPlaceholder, OperationKind.InterpolatedStringHandlerCreation,
        OperationKind.InterpolatedStringText, OperationKind.Interpolation, OperationKind.Invocation,
        OperationKind.IsPattern, OperationKind.IsType, OperationKind.Labeled, OperationKind.ListPattern,
        OperationKind.Literal, OperationKind.LocalFunction, OperationKind.LocalReference, OperationKind.Loop,
        OperationKind.MemberInitializer, OperationKind.MethodBody, OperationKind.MethodReference, OperationKind.NameOf,
        OperationKind.NegatedPattern, OperationKind.ObjectCreation, OperationKind.ObjectOrCollectionInitializer,
        OperationKind.OmittedArgument, OperationKind.ParameterInitializer, OperationKind.ParameterReference,
        OperationKind.PropertyInitializer, OperationKind.PropertyReference, OperationKind.PropertySubpattern,
        OperationKind.Range, OperationKind.RecursivePattern, OperationKind.RelationalPattern, OperationKind.Return,
        OperationKind.SimpleAssignment, OperationKind.SizeOf, OperationKind.SlicePattern, OperationKind.Spread,
        OperationKind.Switch, OperationKind.SwitchCase, OperationKind.SwitchExpression,
        OperationKind.SwitchExpressionArm, OperationKind.Throw, OperationKind.TranslatedQuery, OperationKind.Try,
        OperationKind.Tuple, OperationKind.TupleBinary, OperationKind.TypeParameterObjectCreation,
        OperationKind.TypePattern, OperationKind.Unary, OperationKind.Using, OperationKind.UsingDeclaration,
        OperationKind.Utf8String, OperationKind.VariableDeclaration, OperationKind.VariableDeclarationGroup,
        OperationKind.VariableDeclarator, OperationKind.VariableInitializer, OperationKind.With,
        OperationKind.YieldBreak, OperationKind.YieldReturn, OperationKind.CollectionExpressionElementsPlaceholder,
    }.ToFrozenSet();

    public static bool Hold(OperationKind kind) => Kinds.Contains(kind);
}
