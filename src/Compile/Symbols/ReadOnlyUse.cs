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
        if (!IsRead(Converted(use), origin))
        {
            findings.Add(
                use.Syntax,
                "PG0205",
                $"'{origin.Name}' is static and could change here: make it a variable of the script, which is fresh for each judgement, or an ImmutableArray");
        }
    }

    private static IOperation Converted(IOperation value) =>
        value.Parent is IConversionOperation { OperatorMethod: null } conversion ? Converted(conversion) : value;

    private bool IsRead(IOperation value, ISymbol origin) => value.Parent switch
    {
        _ when IsReadOnlySpan(value.Type) => true,
        IConversionOperation { OperatorMethod: not null, Type: var type } => IsReadOnlySpan(type),
        IArrayElementReferenceOperation element => element.ArrayReference == value && IsRead(element),
        IImplicitIndexerReferenceOperation indexer => indexer.Instance == value && IsRead(indexer),
        IPropertyReferenceOperation property => property.Instance == value && IsRead(property) && Reads(property.Property.GetMethod),
        IInvocationOperation invocation => invocation.Instance == value && Reads(invocation.TargetMethod),
        IForEachLoopOperation loop => loop.Collection == value,
        ISpreadOperation or INameOfOperation or IExpressionStatementOperation => true,
        IBinaryOperation { OperatorMethod: null } or IIsPatternOperation { Pattern: IListPatternOperation { DeclaredSymbol: null } } => true,
        IConditionalAccessOperation access => access.Operation == value && value.Type is not null && ReadsInside(access),
        IReturnOperation { Parent: var body } => IsFlattened(body),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } } => FollowTo(local, origin),
        IFieldInitializerOperation { InitializedFields: var fields } => fields.All(field => field.IsStatic),
        IPropertyInitializerOperation { InitializedProperties: var properties } => properties.All(property => property.IsStatic),
        IArgumentOperation argument => IsReadBy(argument, origin),
        _ => false,
    };

    private bool IsReadOnlySpan(ITypeSymbol? type) => type is INamedTypeSymbol && symbols.Id(type) == "T:System.ReadOnlySpan`1";

    private bool FollowTo(ISymbol symbol, ISymbol origin)
    {
        Follow(symbol, origin);
        return true;
    }

    /// <summary>
    /// What is taken out of a collection is immutable; it must only not be put there, or lent to be changed. The fields of
    /// tuples can be changed where they lie.
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
        IFieldReferenceOperation field when field.Instance == element && element.Type?.IsReferenceType != true => IsRead(field),
        _ => true,
    };

    private bool Reads(IMethodSymbol? method) => method is not null && symbols.Grants(method, "reads");

    private bool ReadsInside(IConditionalAccessOperation access) => access.WhenNotNull switch
    {
        IInvocationOperation invocation => Reads(invocation.TargetMethod),
        IPropertyReferenceOperation property => Reads(property.Property.GetMethod),
        _ => false,
    };

    /// <summary>A lambda that hands it to the library's SelectMany, which only walks it.</summary>
    private bool IsFlattened(IOperation? body)
    {
        IOperation? function = body is IBlockOperation ? body.Parent : body;
        return function is IAnonymousFunctionOperation { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parameter.Ordinal: 1 } argument } }
            && argument.Parent is IInvocationOperation { TargetMethod: { Name: nameof(Enumerable.SelectMany) } method }
            && !symbols.IsOwn(method);
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
                && method is { IsPartialDefinition: false, IsImplicitlyDeclared: false, ContainingType.IsExtension: false }
                && immutability.IsReadable(parameter.Type);
            return isKnown && FollowTo(parameter, origin);
        }

        ITypeSymbol type = parameter.OriginalDefinition.Type;
        bool isSequence = type.Name == "IEnumerable" && !symbols.Grants(method, "keeps")
            && (!symbols.Grants(method, "passes") || IsRead(Converted(argument.Parent!), origin));
        return isSequence || (Reads(method) && type is IArrayTypeSymbol or INamedTypeSymbol { TypeKind: TypeKind.Interface });
    }

    private static IMethodSymbol? Called(IArgumentOperation argument) => argument.Parent switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };
}
