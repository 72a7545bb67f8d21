using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Evaluate.Judge;

/// <summary>
/// Holds an assessment against what was there before, so that only what a change brings closes the gate. Findings are
/// marked, never removed.
/// </summary>
public static class Comparison
{
    /// <summary>Findings that the baseline has too are known.</summary>
    public static Assessment Against(Assessment assessment, Assessment baseline)
    {
        HashSet<string> known = baseline.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        return Marked(assessment, Standing.KnownBefore, finding => known.Contains(finding.Fingerprint));
    }

    /// <summary>Findings in files that did not change are outside.</summary>
    /// <param name="assessment">Of the whole estate.</param>
    /// <param name="changedFiles">Relative to the repository root, with forward slashes.</param>
    public static Assessment Within(Assessment assessment, IReadOnlySet<string> changedFiles) =>
        Marked(assessment, Standing.OutsideChange, finding => !changedFiles.Contains(finding.Location.File));

    private static Assessment Marked(Assessment assessment, Standing standing, Func<Finding, bool> isMeant)
    {
        ImmutableArray<Finding> findings =
        [
            .. assessment.Findings.Select(finding =>
                finding.Standing == Standing.Counts && isMeant(finding) ? finding with { Standing = standing } : finding)
        ];
        return assessment with { Findings = findings, Gate = Gates.Of(findings, assessment.FailOn) };
    }
}
