using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Hash codes differ from run to run, so nothing may learn one but a GetHashCode that passes it on to its caller, the
/// collection.
/// </summary>
internal sealed class HashCodeCheck(DeclaredSymbols symbols, Findings findings)
{
    private const string Outside = "a hash code differs from run to run: use the value itself, or override GetHashCode";
    private const string Inside = "in a GetHashCode other hash codes are only combined, because they differ from run to run";

    private IMethodSymbol? body;

    /// <summary>Says whose body is looked at next.</summary>
    public void Enter(ISymbol? owner) =>
        body = owner is IMethodSymbol method
            && method.Name.EndsWith(nameof(GetHashCode), StringComparison.Ordinal)
            && (method.IsOverride || IsOfComparer(method))
                ? method
                : null;

    public void Look(IOperation operation)
    {
        IMethodSymbol? method = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            IObjectCreationOperation creation => creation.Constructor,
            _ => null,
        };
        bool isHash = method is not null && (IsHashMethod(method) || symbols.Id(method.ContainingType) == "T:System.HashCode");
        if (isHash && body is null)
        {
            findings.Add(operation.Syntax, "PG0203", Outside);
        }
        else if (!isHash && body is not null && MayTell(operation, method))
        {
            findings.Add(operation.Syntax, "PG0203", Inside);
        }
    }

    /// <summary>The methods that hash: object's, a comparer's, and their overrides and implementations.</summary>
    private bool IsHashMethod(IMethodSymbol method) =>
        method.Name.EndsWith(nameof(GetHashCode), StringComparison.Ordinal)
        && (!symbols.IsOwn(method) || method.IsOverride || method.Parameters.Length == 0 || IsOfComparer(method));

    private static bool IsOfComparer(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces
            .SelectMany(one => one.GetMembers(nameof(GetHashCode)))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>What could carry a hash code elsewhere: writing, throwing, and calls but of what is known to keep nothing.</summary>
    private bool MayTell(IOperation operation, IMethodSymbol? method) => operation switch
    {
        IAssignmentOperation assignment => !IsOwnVariable(assignment.Target),
        IIncrementOrDecrementOperation step => !IsOwnVariable(step.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => !IsOwnVariable(argument.Value),
        IThrowOperation or ILocalFunctionOperation or IEventAssignmentOperation => true,
        IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer => symbols.IsOwn(indexer.Property),
        IConversionOperation { OperatorMethod: { } conversion } => symbols.IsOwn(conversion),
        IBinaryOperation { OperatorMethod: { } binary } => symbols.IsOwn(binary),
        _ => method is not null && !KeepsNothing(method) && !IsToldNothing(operation),
    };

    /// <summary>A call that is given what the method was given, and nothing that was made of it.</summary>
    private bool IsToldNothing(IOperation call) => call.Descendants().All(part => part switch
    {
        ILocalReferenceOperation or IMethodReferenceOperation => false,
        IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol, body),
        IInvocationOperation invocation => !IsHashMethod(invocation.TargetMethod),
        _ => true,
    });

    private bool KeepsNothing(IMethodSymbol method) =>
        !symbols.IsOwn(method)
        && (symbols.Grants(method, "reads")
            || symbols.Grants(method.ContainingType, "immutable")
            || method.ContainingType.Name is nameof(Math) or nameof(Enumerable) or nameof(BitOperations) or "ImmutableArrayExtensions");

    private static bool IsOwnVariable(IOperation target) =>
        target is ILocalReferenceOperation { Local.RefKind: RefKind.None } or IDeclarationExpressionOperation or IDiscardOperation;
}
