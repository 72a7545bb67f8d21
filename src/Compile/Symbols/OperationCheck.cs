using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>Looks at everything that a body, initialiser or attribute does, written or implied.</summary>
internal sealed class OperationCheck(SemanticModel model, DeclaredSymbols symbols, TypeCheck types, MemberCheck members, Findings findings)
{
    private readonly HashCodeCheck hashCodes = new(symbols, findings);
    private readonly LookupCheck lookups = new(symbols, types, findings);
    private readonly FormatCheck formats = new(findings);
    private readonly DateCheck dates = new(symbols, findings);

    /// <summary>Looks at an operation and all below it, and returns them.</summary>
    /// <param name="root">The outermost operation.</param>
    /// <param name="owner">The member or type whose code it is.</param>
    public IReadOnlyList<IOperation> Check(IOperation root, ISymbol? owner)
    {
        hashCodes.Enter(owner);
        List<IOperation> seen = [];
        Stack<IOperation> open = new([root]);
        while (open.TryPop(out IOperation? operation))
        {
            seen.Add(operation);
            Look(operation);
            if (operation is not INameOfOperation)
            {
                foreach (IOperation child in operation.ChildOperations.Reverse())
                {
                    open.Push(child);
                }
            }
        }

        return seen;
    }

    private void Look(IOperation operation)
    {
        if (!KnownOperations.Hold(operation.Kind))
        {
            findings.Add(operation.Syntax, "PG0202", "this construct is not available: write it with ordinary expressions");
            return;
        }

        lookups.Look(operation);
        foreach (ISymbol symbol in ImpliedSymbols.Of(operation, model).OfType<ISymbol>())
        {
            findings.AddAny(Place(operation), "PG0201", members.Refusal(symbol));
        }

        foreach (ITypeSymbol type in ImpliedSymbols.TypesOf(operation).Append(operation.Type).OfType<ITypeSymbol>())
        {
            findings.AddAny(Place(operation), "PG0201", types.Refusal(type));
        }

        hashCodes.Look(operation);
        formats.Look(operation);
        dates.Look(operation);
    }

    /// <summary>The name that an author would look at, rather than the beginning of a long chain of calls.</summary>
    private static SyntaxNode Place(IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax access } => access.Name,
        MemberAccessExpressionSyntax access => access.Name,
        var syntax => syntax,
    };
}
