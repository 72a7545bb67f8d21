using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Markdown;

/// <summary>The names and numbers that all that is told writes the same way.</summary>
internal static class Wording
{
    private static readonly Severity[] Severities = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low];

    public static string Symbol(this Gate gate) => gate switch
    {
        Gate.Open => "✅",
        Gate.Closed => "❌",
        Gate.Inconclusive => "⚠️",
        _ => throw new ArgumentOutOfRangeException(nameof(gate)),
    };

    /// <summary>Why a finding does not count; empty when it does.</summary>
    public static string Reason(this Standing standing) => standing switch
    {
        Standing.Counts => "",
        Standing.KnownBefore => "there before the change",
        Standing.OutsideChange => "outside the change",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary><c>2 critical, 1 low</c>; empty for none.</summary>
    public static string BySeverity(IReadOnlyCollection<ReceivedFinding> findings)
    {
        int unjudged = findings.Count(finding => finding.Verdict == Outcome.Error);
        IEnumerable<string> parts = Severities
            .Select(severity => (severity, Count: findings.Count(one => one.Verdict != Outcome.Error && one.Severity == severity)))
            .Where(one => one.Count > 0)
            .Select(one => $"{Words.Number(one.Count)} {one.severity.Name()}");
        return string.Join(", ", unjudged > 0 ? parts.Prepend($"{Words.Number(unjudged)} not judged") : parts);
    }

    /// <summary>The verdict in one line of plain text that is ours alone: <c>Gate closed: 2 critical, 1 low</c>.</summary>
    public static string Verdict(ReceivedReport report)
    {
        string severities = BySeverity([.. report.Standing]);
        string what = report.IsUnreadable ? "there is no report that can be read"
            : report.Problems.Length > 0 ? "the report cannot be relied on"
            : severities.Length > 0 ? severities
            : "no findings";
        string change = report.Comparison is { } comparison ? $" ({Change(comparison)})" : "";
        return $"Gate {report.Gate.Name()}: {what}{change}";
    }

    /// <summary><c>2 introduced, 1 fixed, 5 unchanged</c>.</summary>
    public static string Change(ReceivedComparison comparison) =>
        $"{Words.Number(comparison.Introduced)} introduced, {Words.Number(comparison.Fixed.Length)} fixed, "
        + $"{Words.Number(comparison.Unchanged)} unchanged";

    /// <summary>What the reader can do.</summary>
    public static string Advice(ReceivedReport report) => report.Gate switch
    {
        Gate.Open when report.Standing.Any() => $"What was found is milder than {report.FailOn.Name()}, which closes the gate.",
        Gate.Open => "Nothing to do.",
        Gate.Closed =>
            $"Mend what is {report.FailOn.Name()} or worse, or have it accepted by a waiver; `policygate explain ID` says why a "
            + "policy exists and how to meet it.",
        _ => "Something could not be judged, so nobody can say that all is well: mend that, then run again.",
    };
}
