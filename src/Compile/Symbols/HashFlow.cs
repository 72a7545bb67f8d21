using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Where hash codes go inside a GetHashCode. On their way to its caller they may be kept in variables, combined, added
/// and multiplied by odd numbers. A branch on one tells one bit of it to whatever it leads to; and one of which bits were
/// taken away is equal to another's by chance, which a collection tells by comparing the two.
/// </summary>
internal sealed class HashFlow
{
    private readonly Func<IOperation, bool> isHash;
    private readonly HashSet<ISymbol> carriers = new(SymbolEqualityComparer.Default);

    /// <summary>A long sum is walked through once, not once for each of its parts.</summary>
    private readonly Dictionary<IOperation, bool> found = [];

    /// <param name="root">The method's body.</param>
    /// <param name="isHash">Whether an operation asks something for its hash code.</param>
    public HashFlow(IOperation root, Func<IOperation, bool> isHash)
    {
        this.isHash = isHash;
        Dictionary<ISymbol, List<ISymbol>> madeOf = new(SymbolEqualityComparer.Default);
        Stack<ISymbol> open = new();
        foreach ((ISymbol taker, IOperation value) in root.Descendants().SelectMany(Takers))
        {
            foreach (IOperation part in value.DescendantsAndSelf())
            {
                if (VariableOf(part) is { } variable)
                {
                    (madeOf.TryGetValue(variable, out List<ISymbol>? takers) ? takers : madeOf[variable] = []).Add(taker);
                }
                else if (IsSource(part))
                {
                    open.Push(taker);
                }
            }
        }

        while (open.TryPop(out ISymbol? carrier))
        {
            if (carriers.Add(carrier) && madeOf.TryGetValue(carrier, out List<ISymbol>? takers))
            {
                takers.ForEach(open.Push);
            }
        }
    }

    /// <summary>Its value is a hash code, or was made of one.</summary>
    public bool Carries(IOperation operation) =>
        IsSource(operation) || (operation is IInvocationOperation call && (IsAggregate(call) || IsRotation(call)) && Holds(call));

    private bool IsSource(IOperation operation) =>
        VariableOf(operation) is { } variable ? carriers.Contains(variable) : IsNumber(operation.Type) && isHash(operation);

    /// <summary>Nothing is done with it but what leads to the caller, or what is told of anyway.</summary>
    /// <param name="carried">A hash code.</param>
    /// <param name="isTold">Whether a call that is given one is an error already.</param>
    public bool LeadsToCaller(IOperation carried, Func<IMethodSymbol, bool> isTold)
    {
        List<IOperation> passed = [carried];
        while (!found.ContainsKey(passed[^1]) && passed[^1].Parent is { } parent && PassesOn(parent, passed[^1]))
        {
            passed.Add(parent);
        }

        bool leads = found.TryGetValue(passed[^1], out bool known) ? known : EndsWell(passed[^1], isTold);
        passed.ForEach(one => found[one] = leads);
        return leads;
    }

    private bool EndsWell(IOperation at, Func<IMethodSymbol, bool> isTold) => at.Parent switch
    {
        IReturnOperation result => IsOfMethod(result),
        IVariableInitializerOperation or IExpressionStatementOperation or IIncrementOrDecrementOperation or IThrowOperation => true,
        ICompoundAssignmentOperation compound => IsLossless(compound.OperatorKind, compound.Target, compound.Value),
        IAssignmentOperation => true,
        IInvocationOperation call => call.Instance == at && isHash(call),
        IArgumentOperation { Parent: IInvocationOperation call } argument =>
            IsAggregate(call) || (IsRotation(call) && argument.Parameter?.Ordinal == 0) || isHash(call) || isTold(call.TargetMethod),
        _ => false,
    };

    /// <summary>The variables that get a value, or something that was made of it.</summary>
    private static IEnumerable<(ISymbol Taker, IOperation Value)> Takers(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Initializer.Value: var value, Symbol: var local } when IsNumber(local.Type) => [(local, value)],
        IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local }, Value: var value } when IsNumber(local.Type) => [(local, value)],
        IAnonymousFunctionOperation { Body: var body, Symbol.Parameters: var parameters } =>
            parameters.Where(parameter => IsNumber(parameter.Type)).Select(parameter => ((ISymbol)parameter, (IOperation)body)),
        _ => [],
    };

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private bool Holds(IOperation operation) => operation.DescendantsAndSelf().Any(IsSource);

    private bool PassesOn(IOperation parent, IOperation at) => parent switch
    {
        IParenthesizedOperation or ICoalesceOperation or IConditionalAccessOperation => true,
        IUnaryOperation { OperatorMethod: null, IsChecked: false, OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.BitwiseNegation } => true,
        IConversionOperation { OperatorMethod: null, IsChecked: false } conversion => IsNumber(conversion.Type),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LeftShift, Parent: IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum } =>
            IsOddMultiple(sum.LeftOperand, sum.RightOperand),
        IBinaryOperation { OperatorMethod: null, IsChecked: false } binary => IsLossless(binary.OperatorKind, binary.LeftOperand, binary.RightOperand),
        IConditionalOperation choice => choice.Condition != at,
        ISwitchExpressionArmOperation arm => arm.Value == at,
        ISwitchExpressionOperation choice => choice.Value != at,
        _ => false,
    };

    private bool IsLossless(BinaryOperatorKind kind, IOperation left, IOperation right) => kind switch
    {
        BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.ExclusiveOr =>
            !VariablesIn(left).Intersect(VariablesIn(right), SymbolEqualityComparer.Default).Any() || (kind == BinaryOperatorKind.Add && IsOddMultiple(left, right)),
        BinaryOperatorKind.Multiply => IsOdd(left) || IsOdd(right),
        _ => false,
    };

    /// <summary><c>(hash &lt;&lt; 5) + hash</c>, as people multiply by 33.</summary>
    private static bool IsOddMultiple(IOperation shifted, IOperation added) =>
        shifted is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.LeftShift,
            LeftOperand: ILocalReferenceOperation { Local: var one },
            RightOperand.ConstantValue.Value: > 0 and < 32,
        }
        && added is ILocalReferenceOperation { Local: var other }
        && SymbolEqualityComparer.Default.Equals(one, other);

    private IEnumerable<ISymbol> VariablesIn(IOperation operation) =>
        operation.DescendantsAndSelf().Select(VariableOf).OfType<ISymbol>().Where(carriers.Contains);

    private static bool IsOdd(IOperation operation) => operation.ConstantValue.Value switch
    {
        int number => number % 2 != 0,
        uint number => number % 2 != 0,
        long number => number % 2 != 0,
        ulong number => number % 2 != 0,
        _ => false,
    };

    /// <summary>Of the method itself, or of what is accumulated in it.</summary>
    private static bool IsOfMethod(IReturnOperation result)
    {
        IOperation? around = result.Parent;
        while (around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            around = around.Parent;
        }

        return around is null
            || around is IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } } && IsAggregate(call);
    }

    private static bool IsAggregate(IInvocationOperation call) =>
        call.TargetMethod is { Name: nameof(Enumerable.Aggregate), ContainingType.Name: nameof(Enumerable) or "ImmutableArrayExtensions" };

    private static bool IsRotation(IInvocationOperation call) =>
        call.TargetMethod is { Name: nameof(BitOperations.RotateLeft) or nameof(BitOperations.RotateRight), ContainingType.Name: nameof(BitOperations) };

    private static bool IsNumber(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsNumber(inner),
        _ => type?.SpecialType is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64,
    };
}
