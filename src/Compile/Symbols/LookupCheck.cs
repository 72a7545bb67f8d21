using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Collections whose order follows hashes, which differ from run to run: they may be asked, but neither walked nor
/// handed to anybody who could walk them.
/// </summary>
internal sealed class LookupCheck(DeclaredSymbols symbols, TypeCheck types, Findings findings)
{
    public void Look(IOperation operation)
    {
        ITypeSymbol? handedOn = operation switch
        {
            IConversionOperation conversion when !IsHarmless(conversion) => conversion.Operand.Type,
            IForEachLoopOperation loop => Bare(loop.Collection).Type,
            ISpreadOperation spread => Bare(spread.Operand).Type,
            IIsTypeOperation test => test.ValueOperand.Type,
            IIsPatternOperation { Pattern: not (IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation }) } test => test.Value.Type,
            ISwitchExpressionOperation choice => choice.Value.Type,
            ISwitchOperation choice => choice.Value.Type,
            IInterpolationOperation interpolation => Bare(interpolation.Expression).Type,
            _ => null,
        };
        if (types.IsLookup(handedOn))
        {
            findings.Add(
                operation.Syntax,
                "PG0204",
                $"the order of '{handedOn!.Name}' follows hashes, so it cannot be walked or handed on: {Instead.OfLookup(handedOn)}");
        }
    }

    private static IOperation Bare(IOperation operation) =>
        operation is IConversionOperation conversion ? Bare(conversion.Operand) : operation;

    /// <summary>To itself, from null, or into the hands of a method that tells nothing of the order.</summary>
    private bool IsHarmless(IConversionOperation conversion) =>
        conversion.GetConversion().IsIdentity
        || SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type)
        || (conversion.Parent is IArgumentOperation { Parent: IInvocationOperation invocation }
            && (symbols.Grants(invocation.TargetMethod, "asks") || OrdersByKey(invocation)))
        || conversion.Parent is IBinaryOperation { OperatorMethod: null };

    /// <summary>Keys differ, so an order by them is the same in every run, unless a comparer sees no difference.</summary>
    private bool OrdersByKey(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (symbols.IsOwn(method) || method.Name is not ("Order" or "OrderDescending" or "OrderBy" or "OrderByDescending"))
        {
            return false;
        }

        IOperation[] given = [.. call.Arguments.Skip(1).Select(argument => Bare(argument.Value))];
        return symbols.Grants(method.TypeArguments[^1], "immutable")
            && given.All(value => IsKey(value) || value is IPropertyReferenceOperation { Property.Name: "Ordinal" });
    }

    private static bool IsKey(IOperation value) =>
        value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } key }] } }
        && Bare(key) is IParameterReferenceOperation or IPropertyReferenceOperation { Property.Name: "Key", Instance: IParameterReferenceOperation };
}
