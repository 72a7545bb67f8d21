using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Follows static arrays and collections to everything that is done with them, into variables and parameters of the
/// policy's own functions, and refuses what could change them or what is not known to leave them alone.
/// </summary>
internal sealed class ReadOnlyUse(DeclaredSymbols symbols, Immutability immutability, Findings findings)
{
    private readonly Dictionary<ISymbol, ISymbol> origins = new(SymbolEqualityComparer.Default);
    private readonly Queue<ISymbol> open = [];

    /// <param name="statics">The fields and properties that hold them.</param>
    /// <param name="operations">All that the policy does.</param>
    public void Check(IEnumerable<ISymbol> statics, IReadOnlyList<IOperation> operations)
    {
        ILookup<ISymbol?, IOperation> uses = operations
            .Where(operation => operation is IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation)
            .ToLookup(Referred, SymbolEqualityComparer.Default);
        foreach (ISymbol one in statics)
        {
            Follow(one, one);
        }

        while (open.TryDequeue(out ISymbol? symbol))
        {
            foreach (IOperation use in uses[symbol])
            {
                CheckUse(use, origins[symbol]);
            }
        }
    }

    private static ISymbol? Referred(IOperation operation) => operation switch
    {
        IMemberReferenceOperation reference => reference.Member.OriginalDefinition,
        ILocalReferenceOperation reference => reference.Local,
        IParameterReferenceOperation reference => reference.Parameter.OriginalDefinition,
        _ => null,
    };

    private void Follow(ISymbol symbol, ISymbol origin)
    {
        if (origins.TryAdd(symbol.OriginalDefinition, origin))
        {
            open.Enqueue(symbol.OriginalDefinition);
        }
    }

    private void CheckUse(IOperation use, ISymbol origin)
    {
        IOperation value = use;
        while (value.Parent is IConversionOperation { OperatorMethod: null } conversion)
        {
            value = conversion;
        }

        if (!IsRead(value, origin))
        {
            findings.Add(
                use.Syntax,
                "PG0205",
                $"'{origin.Name}' is static and could change here: make it a variable of the script, which is fresh for each judgement, or an ImmutableArray");
        }
    }

    private bool IsRead(IOperation value, ISymbol origin) => value.Parent switch
    {
        _ when value.Type is { Name: "ReadOnlySpan" } => true,
        IConversionOperation { OperatorMethod: not null, Type.Name: "ReadOnlySpan" } => true,
        IArrayElementReferenceOperation element => element.ArrayReference == value && IsRead(element),
        IImplicitIndexerReferenceOperation indexer => indexer.Instance == value && IsRead(indexer),
        IPropertyReferenceOperation property => property.Instance == value && IsRead(property) && Reads(property.Property.GetMethod),
        IInvocationOperation invocation => invocation.Instance == value && Reads(invocation.TargetMethod),
        IForEachLoopOperation loop => loop.Collection == value,
        ISpreadOperation or INameOfOperation or IExpressionStatementOperation => true,
        IBinaryOperation { OperatorMethod: null } => true,
        IConditionalAccessOperation access => access.Operation == value && value.Type is not null && ReadsInside(access),
        IReturnOperation { Parent: var body } => IsFlattened(body),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } } => FollowTo(local, origin),
        IFieldInitializerOperation or IPropertyInitializerOperation => true,
        IArgumentOperation argument => IsReadBy(argument, origin),
        _ => false,
    };

    private bool FollowTo(ISymbol symbol, ISymbol origin)
    {
        Follow(symbol, origin);
        return true;
    }

    /// <summary>
    /// What is taken out of a collection is immutable; it must only not be put there, or lent to be changed. A struct can
    /// be changed where it lies, by its fields, properties and methods.
    /// </summary>
    private static bool IsRead(IOperation element) => element.Parent switch
    {
        ISimpleAssignmentOperation { IsRef: true } => false,
        IAssignmentOperation assignment => assignment.Target != element,
        IIncrementOrDecrementOperation or ITupleOperation { Parent: IDeconstructionAssignmentOperation } => false,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => false,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } } => false,
        IReturnOperation { Parent.Syntax: var syntax } => !syntax.ToString().StartsWith("ref", StringComparison.Ordinal),
        IConditionalOperation { IsRef: true } => false,
        IFieldReferenceOperation field when IsWithin(field.Instance, element) => IsRead(field),
        IPropertyReferenceOperation property when IsWithin(property.Instance, element) => KeepsReceiver(property.Property.GetMethod) && IsRead(property),
        IInvocationOperation call when IsWithin(call.Instance, element) => KeepsReceiver(call.TargetMethod),
        _ => true,
    };

    private static bool IsWithin(IOperation? instance, IOperation element) => instance == element && element.Type?.IsReferenceType != true;

    /// <summary>The compiler's own, of records, keep it too; of the library's structs none that can be static has others.</summary>
    private static bool KeepsReceiver(IMethodSymbol? method) =>
        method is null or { IsReadOnly: true } or { IsImplicitlyDeclared: true } || method.OriginalDefinition.Locations.All(location => !location.IsInSource);

    private bool Reads(IMethodSymbol? method) => method is not null && symbols.Grants(method, "reads");

    private bool ReadsInside(IConditionalAccessOperation access) => access.WhenNotNull switch
    {
        IInvocationOperation invocation => Reads(invocation.TargetMethod),
        IPropertyReferenceOperation property => Reads(property.Property.GetMethod),
        _ => false,
    };

    /// <summary>A lambda that hands it to SelectMany, which only walks it.</summary>
    private static bool IsFlattened(IOperation? body)
    {
        IOperation? function = body is IBlockOperation ? body.Parent : body;
        return function is IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation argument } }
            && argument.Parent is IInvocationOperation { TargetMethod.Name: nameof(Enumerable.SelectMany) };
    }

    private bool IsReadBy(IArgumentOperation argument, ISymbol origin)
    {
        if (argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter || Called(argument) is not { } method)
        {
            return false;
        }

        if (symbols.IsOwn(method))
        {
            bool isKnown = !method.IsVirtual && !method.IsOverride && !method.IsAbstract && method.ContainingType.TypeKind != TypeKind.Delegate
                && method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension
                && immutability.IsReadable(parameter.Type);
            return isKnown && FollowTo(parameter, origin);
        }

        ITypeSymbol type = parameter.OriginalDefinition.Type;
        bool isSequence = type.Name == "IEnumerable" && !symbols.Grants(method, "keeps");
        return isSequence || (Reads(method) && type is IArrayTypeSymbol or INamedTypeSymbol { TypeKind: TypeKind.Interface });
    }

    private static IMethodSymbol? Called(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };
}
