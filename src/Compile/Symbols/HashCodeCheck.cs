using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Hash codes are for collections: only a GetHashCode asks for them. They are the same in every run, but not with another
/// version of the runtime, so that no verdict should tell of them.
/// </summary>
internal sealed class HashCodeCheck(DeclaredSymbols symbols, Findings findings)
{
    private bool isInside;

    /// <summary>Says whose body is looked at next.</summary>
    public void Enter(ISymbol? owner) =>
        isInside = owner is IMethodSymbol method && IsNamed(method) && (method.IsOverride || IsOfComparer(method));

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
        if (isHash && (!isInside || operation is IMethodReferenceOperation))
        {
            findings.Add(operation.Syntax, "PG0203", "a hash code is for collections, and another one with each version of .NET: use the value itself, or override GetHashCode");
        }
    }

    /// <summary>The methods that hash: object's, a comparer's, and their overrides and implementations.</summary>
    private bool IsHashMethod(IMethodSymbol method) =>
        IsNamed(method) && (!symbols.IsOwn(method) || method.IsOverride || method.Parameters.Length == 0 || IsOfComparer(method));

    /// <summary>An explicit implementation bears the name of its interface too.</summary>
    private static bool IsNamed(IMethodSymbol method) =>
        method.Name == nameof(GetHashCode) || method.Name.EndsWith($".{nameof(GetHashCode)}", StringComparison.Ordinal);

    private static bool IsOfComparer(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces
            .SelectMany(one => one.GetMembers(nameof(GetHashCode)))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
