using System.Collections.Immutable;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Live;

namespace PolicyGate.Evaluate.Judge;

/// <summary>All that a verdict depends on. The same request gives the same assessment, always.</summary>
public sealed record EvaluationRequest
{
    public required Estate Estate { get; init; }

    public required PolicyRoster Policies { get; init; }

    public required Profile Profile { get; init; }

    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>What went wrong before: they become findings beside those of the policies.</summary>
    public ImmutableArray<LoadProblem> Problems { get; init; } = [];

    /// <summary>In what the clusters and git differ.</summary>
    public ImmutableArray<DriftFinding> Drifts { get; init; } = [];

    /// <summary>The clusters that git was held against; null for a run that was not to look at any.</summary>
    public ImmutableArray<ClusterSummary>? Clusters { get; init; }

    public ImmutableArray<FileAccount> Files { get; init; } = [];

    /// <summary>The instant at which expiry and age are judged.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Findings below this severity do not close the gate.</summary>
    public Severity FailOn { get; init; } = Severity.Low;

    /// <summary>Only policies whose id it matches, even where the profile leaves them off.</summary>
    public string? PolicyGlob { get; init; }

    /// <summary>Only this environment.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>Keep every verdict with its evidence, which costs memory on a large estate.</summary>
    public bool KeepJudgements { get; init; }
}
