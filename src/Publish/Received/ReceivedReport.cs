using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Publish.Received;

/// <summary>
/// A JSON report of <c>check</c> or <c>drift</c> as it arrived. It may come from a fork, whose author wrote what he liked: each field was
/// checked, texts have limits and show what they hold, and what is not as it should be is among the problems.
/// </summary>
public sealed record ReceivedReport
{
    /// <summary>As the report says; <see cref="Gate.Inconclusive"/> as soon as there is a problem with the report.</summary>
    public required Gate Gate { get; init; }

    /// <summary>What is wrong with the report itself, each with its place; one line without hidden characters.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    /// <summary>When it was judged; null when the report does not say.</summary>
    public DateTimeOffset? Now { get; init; }

    public Severity FailOn { get; init; }

    /// <summary>Which commit it says it speaks of; empty when it does not say.</summary>
    public string Commit { get; init; } = "";

    public ReceivedSummary Summary { get; init; } = new();

    public ImmutableArray<ReceivedFamily> Families { get; init; } = [];

    public ImmutableArray<ReceivedPolicy> Policies { get; init; } = [];

    public ImmutableArray<ReceivedFinding> Findings { get; init; } = [];

    /// <summary>Null when everything counts, whoever brought it.</summary>
    public ReceivedComparison? Comparison { get; init; }

    /// <summary>Some passes of each policy, with what was seen; empty unless the report has all verdicts.</summary>
    public ImmutableArray<ReceivedPass> Passes { get; init; } = [];

    /// <summary>The clusters that were looked at; empty for reports that looked at none.</summary>
    public ImmutableArray<ReceivedCluster> Clusters { get; init; } = [];

    /// <summary>Findings that count and that nobody has accepted.</summary>
    public IEnumerable<ReceivedFinding> Standing => Findings.Where(finding => finding.IsStanding);

    /// <summary>There is no report at all.</summary>
    public bool IsUnreadable { get; private init; }

    /// <summary>The same with something wrong: nothing can be said for certain any more.</summary>
    public ReceivedReport With(string problem) => this with { Gate = Gate.Inconclusive, Problems = [.. Problems, problem] };

    /// <summary>In place of a report that is not there or cannot be read.</summary>
    public static ReceivedReport Without(string problem) =>
        new() { Gate = Gate.Inconclusive, Problems = [problem], IsUnreadable = true };
}

/// <summary>The numbers of the run.</summary>
public sealed record ReceivedSummary
{
    public int Environments { get; init; }

    public int Resources { get; init; }

    public int Policies { get; init; }

    public int Subjects { get; init; }
}

/// <summary>How the policies of one family fared in one environment.</summary>
/// <param name="Environment">Empty for what belongs to none.</param>
/// <param name="Family">The first part of the policies' ids.</param>
/// <param name="Judged">Verdicts.</param>
/// <param name="Passed">Verdicts that are passes.</param>
/// <param name="Findings">Findings that count.</param>
/// <param name="Waived">Findings that somebody accepted.</param>
public sealed record ReceivedFamily(string Environment, string Family, int Judged, int Passed, int Findings, int Waived);

/// <summary>How one policy fared.</summary>
public sealed record ReceivedPolicy(string Id, int Pass, int Fail, int Waived, int Error, int NotApplicable)
{
    public int Judged => Pass + Fail + Waived + Error;
}

/// <summary>What the change did, measured by an earlier revision.</summary>
/// <param name="Revision">Which.</param>
/// <param name="Introduced">How many findings it brought.</param>
/// <param name="Unchanged">How many were there before.</param>
/// <param name="Fixed">Those that are gone.</param>
/// <param name="Unaffected">Environments that it cannot affect.</param>
public sealed record ReceivedComparison(
    string Revision, int Introduced, int Unchanged, ImmutableArray<ReceivedFinding> Fixed, ImmutableArray<string> Unaffected);

/// <summary>A pass, and what justifies it.</summary>
public sealed record ReceivedPass(string Policy, string Subject, Evidence? Seen);
