using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Report;

/// <summary>How the policies of one family fared in one environment.</summary>
internal sealed record FamilyTally(string Environment, string Family, int Judged, int Passed, int Findings, int Waived)
{
    public static ImmutableArray<FamilyTally> Of(Assessment assessment)
    {
        ILookup<(string, string), Judgement> judgements = assessment.Judgements
            .Where(judgement => judgement.Outcome != Outcome.NotApplicable)
            .ToLookup(judgement => (judgement.Environment, FamilyOf(judgement.Policy)));
        ILookup<(string, string), Finding> findings = assessment.Findings
            .ToLookup(finding => (finding.Environment, FamilyOf(finding.Policy)));
        return
        [
            .. judgements.Select(group => group.Key).Concat(findings.Select(group => group.Key)).Distinct()
                .OrderBy(key => key.Item1, StringComparer.Ordinal).ThenBy(key => key.Item2, StringComparer.Ordinal)
                .Select(key => Count(key, [.. judgements[key]], [.. findings[key]])),
        ];
    }

    private static FamilyTally Count(
        (string Environment, string Family) key,
        ImmutableArray<Judgement> judgements,
        ImmutableArray<Finding> findings) =>
        new(
            key.Environment,
            key.Family,
            judgements.Length,
            judgements.Count(judgement => judgement.Outcome == Outcome.Pass),
            findings.Count(finding => finding.IsStanding),
            findings.Count(finding => finding.IsWaived));

    private static string FamilyOf(string policy) => policy.Split('/')[0];
}
