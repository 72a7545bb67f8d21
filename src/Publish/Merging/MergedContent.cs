using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Merging;

/// <summary>What goes into a merged report.</summary>
internal sealed record MergedContent
{
    public required Gate Gate { get; init; }

    /// <summary>The earliest: all was judged then or later. Null when no report says.</summary>
    public required DateTimeOffset? Now { get; init; }

    public required Severity FailOn { get; init; }

    public required string Profile { get; init; }

    public required string ToolVersion { get; init; }

    /// <summary>Empty when the reports do not agree.</summary>
    public required string Commit { get; init; }

    public required IsolationSummary? Isolation { get; init; }

    public required ImmutableDictionary<string, int> Summary { get; init; }

    public required ImmutableArray<EnvironmentSummary> Environments { get; init; }

    public required ImmutableArray<PolicyTally> Policies { get; init; }

    public required ImmutableArray<FindingEntry> Findings { get; init; }

    public required MergedComparison? Comparison { get; init; }

    public required ImmutableArray<Entry> FilesSetAside { get; init; }

    /// <summary>Null when not all reports have verdicts: a table of some would look like one of all.</summary>
    public required ImmutableArray<ReceivedFamily>? Families { get; init; }

    public required ImmutableArray<JsonElement>? Verdicts { get; init; }

    /// <summary>Null when no report looked at clusters.</summary>
    public required ImmutableArray<Entry>? Clusters { get; init; }
}

/// <summary>What changes did, measured by an earlier revision.</summary>
internal sealed record MergedComparison(
    string Revision, int Introduced, int Unchanged, ImmutableArray<FindingEntry> Fixed, ImmutableArray<string> Unaffected);
