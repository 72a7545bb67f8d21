using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyGate.Compile.Symbols;

/// <summary>
/// Dates read from a text that has no year get it from the clock
/// (https://learn.microsoft.com/dotnet/api/system.datetime.parse#the-string-to-parse). Where text or format stand in the
/// source, this can be told before anything runs.
/// </summary>
internal sealed class DateCheck(DeclaredSymbols symbols, Findings findings)
{
    /// <summary>Standard formats that hold a whole date.</summary>
    private const string WholeDates = "dDfFgGoOrRsuU";

    private static readonly string[] Types = ["T:System.DateTime", "T:System.DateTimeOffset", "T:System.DateOnly"];

    public void Look(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: var name } method } call
            || !name.Contains("Parse", StringComparison.Ordinal)
            || !Types.Contains(symbols.Id(method.ContainingType)))
        {
            return;
        }

        bool isExact = name.EndsWith("Exact", StringComparison.Ordinal);
        IArgumentOperation? told = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == (isExact ? 1 : 0));
        if (told is not null && Parts(told.Value).Any(part => Text(part) is { } text && !(isExact ? HasYear(text) : HasYearDigits(text))))
        {
            findings.Add(told.Syntax, "PG0201", "without a year the clock would fill it in: give the year, or use TimeOnly");
        }
    }

    /// <summary>The text or format itself, or each of several formats.</summary>
    private static IEnumerable<IOperation> Parts(IOperation value) => value switch
    {
        IConversionOperation conversion => Parts(conversion.Operand),
        ICollectionExpressionOperation collection => collection.Elements,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        _ => [value],
    };

    private static string? Text(IOperation part) => part.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static bool HasYear(string format) =>
        format.Length == 1 ? WholeDates.Contains(format[0], StringComparison.Ordinal) : format.Contains('y', StringComparison.Ordinal);

    private static bool HasYearDigits(string text) =>
        text.Split(['T', ' ', '+']).Any(part => !part.Contains(':', StringComparison.Ordinal) && part.Count(char.IsAsciiDigit) >= 4);
}
