using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report;

/// <summary>Which findings come first where only some can be shown.</summary>
internal static class Ranking
{
    /// <summary>
    /// What counts before what does not, and waived last; what could not be judged before what fails; severe before mild; else as the assessment
    /// has them.
    /// </summary>
    public static ImmutableArray<Finding> WorstFirst(IEnumerable<Finding> findings) =>
    [
        .. findings
            .OrderByDescending(finding => finding.IsStanding)
            .ThenBy(finding => finding.IsWaived)
            .ThenByDescending(finding => finding.Verdict == Outcome.Error)
            .ThenByDescending(finding => finding.Severity),
    ];

    /// <summary><c>1 critical, 3 high</c>, worst first.</summary>
    public static string BySeverity(IReadOnlyCollection<Finding> findings) => string.Join(", ", Severities
        .Select(severity => Count(findings, severity))
        .Where(count => count.Length > 0));

    private static readonly Severity[] Severities = [Severity.Critical, Severity.High, Severity.Medium, Severity.Low];

    private static string Count(IReadOnlyCollection<Finding> findings, Severity severity)
    {
        int count = findings.Count(finding => finding.Severity == severity);
        return count > 0 ? $"{Words.Number(count)} {severity.Name()}" : "";
    }
}
