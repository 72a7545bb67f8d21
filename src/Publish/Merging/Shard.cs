using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Merging;

/// <summary>One of the reports that are merged: part of a run that several machines shared.</summary>
internal sealed record Shard
{
    /// <summary>Its file, as whoever called named it.</summary>
    public required string Name { get; init; }

    /// <summary>There is a file of this name.</summary>
    public required bool IsThere { get; init; }

    public required ReceivedReport Report { get; init; }

    /// <summary>Null for a report with which something is wrong: it contributes nothing but that.</summary>
    public required ShardParts? Parts { get; init; }
}

/// <summary>What is taken from a report beside what <see cref="ReceivedReport"/> holds.</summary>
internal sealed record ShardParts
{
    /// <summary>The same for reports of the same content.</summary>
    public required string Digest { get; init; }

    public required string Profile { get; init; }

    public required string ToolVersion { get; init; }

    /// <summary>The numbers of the summary by name.</summary>
    public required ImmutableDictionary<string, int> Summary { get; init; }

    public required IsolationSummary? Isolation { get; init; }

    public required ImmutableArray<EnvironmentSummary> Environments { get; init; }

    public required ImmutableArray<PolicyTally> Policies { get; init; }

    public required ImmutableArray<FindingEntry> Findings { get; init; }

    public required ImmutableArray<FindingEntry> Fixed { get; init; }

    public required ImmutableArray<Entry> FilesSetAside { get; init; }

    /// <summary>Null when the report looked at no clusters, as that of <c>check</c> does.</summary>
    public required ImmutableArray<Entry>? Clusters { get; init; }

    /// <summary>Null when the report has no verdicts.</summary>
    public required ImmutableArray<JsonElement>? Verdicts { get; init; }
}

/// <summary>An item of a list, handed on as it is.</summary>
/// <param name="Key">By which items are ordered.</param>
/// <param name="Json">The item.</param>
/// <param name="Text">The same for the same item.</param>
internal sealed record Entry(string Key, JsonElement Json, string Text);

/// <summary>A finding, handed on as it is.</summary>
internal sealed record FindingEntry(ReceivedFinding Finding, JsonElement Json, string Text);

/// <summary>How one policy fared.</summary>
internal sealed record PolicyTally(string Title, Severity Severity, ImmutableArray<string> Controls, ReceivedPolicy Counts);
