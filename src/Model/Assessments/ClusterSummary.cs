using System.Collections.Immutable;

namespace PolicyGate.Model.Assessments;

/// <summary>
/// What was seen of a cluster: the sign of life by which a scan that saw nothing is told from one that found nothing.
/// </summary>
public sealed record ClusterSummary
{
    /// <summary>The kubeconfig's context.</summary>
    public required string Context { get; init; }

    /// <summary>Such as <c>v1.31.2</c>; empty when the cluster did not tell.</summary>
    public required string ServerVersion { get; init; }

    /// <summary>When reading began.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public required int Objects { get; init; }

    public required int KindsRead { get; init; }

    public required int KindsLeftOut { get; init; }

    public required ImmutableArray<UnknownKind> KindsUnknown { get; init; }

    /// <summary>Git has Secrets, and nobody had the key to compare their values.</summary>
    public bool HasUncomparedSecrets { get; init; }

    /// <summary>What concerns no single kind.</summary>
    public required ImmutableArray<string> Problems { get; init; }

    /// <summary>The environments that were held against it.</summary>
    public required ImmutableArray<string> Environments { get; init; }

    public bool IsComplete => KindsUnknown.IsEmpty && Problems.IsEmpty;
}

/// <summary>A kind of which nobody knows what objects there are.</summary>
/// <param name="Kind">As <c>kubectl api-resources</c> names it.</param>
/// <param name="Why">What the cluster said.</param>
public sealed record UnknownKind(string Kind, string Why);
