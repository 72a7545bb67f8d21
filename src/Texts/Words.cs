using System.Globalization;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Texts;

/// <summary>The names and numbers that all formats and all that is told write the same way.</summary>
public static class Words
{
    public static string Name(this Gate gate) => gate switch
    {
        Gate.Open => "open",
        Gate.Closed => "closed",
        Gate.Inconclusive => "inconclusive",
        _ => throw new ArgumentOutOfRangeException(nameof(gate)),
    };

    public static string Name(this Severity severity) => severity switch
    {
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        Severity.Critical => "critical",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    /// <summary><c>1 finding</c>, <c>3 findings</c>.</summary>
    public static string Count(int number, string one, string many) =>
        $"{Number(number)} {(number == 1 ? one : many)}";

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
