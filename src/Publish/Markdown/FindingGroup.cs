using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Markdown;

/// <summary>Findings that say the same of the same place, as a base does that several environments use.</summary>
/// <param name="First">One of them.</param>
/// <param name="Environments">All whose findings these are; without names for what belongs to none.</param>
/// <param name="Count">How many findings these are.</param>
internal sealed record FindingGroup(ReceivedFinding First, ImmutableArray<string> Environments, int Count)
{
    /// <summary>
    /// Worst first: what counts before what does not and waived last, what the change brings before what was there, what
    /// could not be judged before what fails, severe before mild; else as the report has them.
    /// </summary>
    public static ImmutableArray<FindingGroup> WorstFirst(IEnumerable<ReceivedFinding> findings) =>
    [
        .. findings
            .GroupBy(finding => new Sameness(
                finding.Policy,
                finding.Severity,
                finding.Verdict,
                finding.Message,
                finding.Location,
                finding.Advice,
                finding.Standing,
                finding.Waiver))
            .Select(group => Of([.. group]))
            .OrderBy(group => group.First.IsWaived)
            .ThenByDescending(group => group.First.IsStanding)
            .ThenByDescending(group => group.First.Standing == Standing.Counts)
            .ThenByDescending(group => group.First.Verdict == Outcome.Error)
            .ThenByDescending(group => group.First.Severity),
    ];

    private static FindingGroup Of(ImmutableArray<ReceivedFinding> same) => new(
        same[0],
        [.. same.Select(finding => finding.Environment).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)],
        same.Length);

    private sealed record Sameness(
        string Policy,
        Severity Severity,
        Outcome Verdict,
        string Message,
        Location Location,
        string Advice,
        Standing Standing,
        ReceivedWaiver? Waiver);
}
