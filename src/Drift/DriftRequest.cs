using System.Collections.Immutable;
using PolicyGate.Drift.Fields;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Live;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Drift;

/// <summary>All that drift depends on. The same request gives the same findings, always.</summary>
public sealed record DriftRequest
{
    public required ImmutableArray<ClusterView> Clusters { get; init; }

    /// <summary>The instant at which ages and expiry are judged.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>A snapshot that is older says nothing about today.</summary>
    public TimeSpan OldestSnapshot { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>A cluster, and what git wants on it.</summary>
/// <param name="Snapshot">What it was.</param>
/// <param name="Environments">Those that are held against it.</param>
/// <param name="Hash">By which values of Secrets are compared; null when nobody has the key.</param>
public sealed record ClusterView(Snapshot Snapshot, ImmutableArray<Environment> Environments, SecretHash? Hash)
{
    /// <summary>What the cluster would make of each object; null where it was not asked.</summary>
    public IReadOnlyDictionary<ResourceReference, DryRunAnswer>? DryRuns { get; init; }
}
