using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Merging;

/// <summary>
/// Several reports as one. Its gate is the worst of theirs, and inconclusive when they are no whole. Counts are added up:
/// what several runs judged counts for each, while a finding that several have is there once.
/// </summary>
public sealed record MergedReport
{
    private readonly MergedContent content;

    internal MergedReport(MergedContent content) => this.content = content;

    public Gate Gate => content.Gate;

    /// <summary>What is wrong with the reports themselves, a line each.</summary>
    public required ImmutableArray<string> Problems { get; init; }

    /// <summary>How many reports went into it.</summary>
    public required int Reports { get; init; }

    public required ImmutableArray<ReceivedCluster> Clusters { get; init; }

    public int Findings => content.Findings.Length;

    /// <summary>Writes it as a JSON report, the same bytes in whatever order the reports were given.</summary>
    public void Write(Utf8JsonWriter json) => MergedJson.Write(json, content);
}
