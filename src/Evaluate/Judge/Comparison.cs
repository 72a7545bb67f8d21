using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Evaluate.Judge;

/// <summary>
/// Holds an assessment against what was there before, so that only what a change brings closes the gate. Findings are
/// marked, never removed.
/// </summary>
public static class Comparison
{
    /// <summary>Tells what is new and what is gone.</summary>
    /// <param name="assessment">Of the change.</param>
    /// <param name="baseline">Of what was there before.</param>
    /// <param name="revision">The commit that the baseline was taken from.</param>
    /// <param name="untouched">Environments that hold the same on both sides.</param>
    public static Assessment Against(
        Assessment assessment, Assessment baseline, string revision, ImmutableArray<string> untouched)
    {
        HashSet<string> before = Fingerprints(baseline);
        HashSet<string> after = Fingerprints(assessment);
        ImmutableArray<Finding> gone =
            [.. baseline.Findings.Where(finding => !finding.IsWaived && !after.Contains(finding.Fingerprint))];
        ImmutableArray<Finding> open = [.. assessment.Findings.Where(finding => !finding.IsWaived)];
        HashSet<string> differing = open.Where(finding => !before.Contains(finding.Fingerprint)).Concat(gone)
            .Select(finding => finding.Environment).ToHashSet(StringComparer.Ordinal);
        int known = open.Count(finding => before.Contains(finding.Fingerprint));
        return assessment with
        {
            Comparison = new()
            {
                Revision = revision,
                Introduced = open.Length - known,
                Unchanged = known,
                Fixed = gone,
                Unaffected = [.. untouched.Where(name => !differing.Contains(name))],
            },
        };
    }

    /// <summary>Findings that the baseline has too are known, and do not count.</summary>
    public static Assessment WithoutKnown(Assessment assessment, Assessment baseline)
    {
        HashSet<string> before = Fingerprints(baseline);
        return Marked(assessment, Standing.KnownBefore, finding => before.Contains(finding.Fingerprint));
    }

    /// <summary>Findings in files that did not change are outside. One that is in no file may be about the change itself.</summary>
    /// <param name="assessment">Of the whole estate.</param>
    /// <param name="changedFiles">Relative to the repository root, with forward slashes.</param>
    public static Assessment Within(Assessment assessment, IReadOnlySet<string> changedFiles) =>
        Marked(assessment, Standing.OutsideChange, finding => finding.Location.File.Length > 0 && !changedFiles.Contains(finding.Location.File));

    private static HashSet<string> Fingerprints(Assessment assessment) =>
        assessment.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);

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
