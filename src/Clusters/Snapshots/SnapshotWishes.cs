using System.Collections.Immutable;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>What a snapshot is to hold.</summary>
public sealed record SnapshotWishes
{
    /// <summary>Only these; empty for all. Kinds without namespaces are then left out, but for these namespaces themselves.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = [];

    public bool ReadSecrets { get; init; } = true;

    /// <summary>Group versions such as <c>autoscaling/v1</c>, in which kinds are read too where the cluster serves them.</summary>
    public ImmutableArray<string> AlsoVersions { get; init; } = [];

    /// <summary>
    /// Kinds that are read even though a snapshot leaves them out as a rule, since git may have objects of them: the Endpoints
    /// of a Service that selects no pods, say. Others may be among them, to no effect.
    /// </summary>
    public ImmutableArray<KindName> AlsoKinds { get; init; } = [];

    public required SecretKey Key { get; init; }

    /// <summary>For all together; what was not read by then is unknown.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Kinds that are read at the same time.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>Objects that are asked for at once, "500" as kubectl does.</summary>
    public int PageSize { get; init; } = 500;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>How far a snapshot is.</summary>
public sealed record SnapshotProgress(int KindsDone, int Kinds, int Objects);

/// <summary>What became of a snapshot.</summary>
/// <param name="Kinds">What became of each kind.</param>
/// <param name="Problems">What concerns no single kind.</param>
/// <param name="Duration">Of reading.</param>
public sealed record SnapshotSummary(ImmutableArray<KindAccount> Kinds, ImmutableArray<string> Problems, TimeSpan Duration)
{
    /// <summary>Nothing is unknown, and there was something to know.</summary>
    public bool IsComplete => Problems.IsEmpty && Kinds.All(kind => kind.Outcome != KindOutcome.Unknown);

    public int Objects => Kinds.Sum(kind => kind.Objects);
}
