using System.Collections.Immutable;

namespace PolicyGate.Publish.Received;

/// <summary>
/// What a scan read of one cluster: the sign of life without which a scan that saw nothing would look like one that found
/// nothing.
/// </summary>
public sealed record ReceivedCluster
{
    /// <summary>The context of the kubeconfig, by which the cluster is known.</summary>
    public required string Context { get; init; }

    public required string ServerVersion { get; init; }

    /// <summary>When it was read; null when it was not.</summary>
    public required DateTimeOffset? TakenAt { get; init; }

    public required int Objects { get; init; }

    public required int KindsRead { get; init; }

    /// <summary>Kinds of which nothing is known.</summary>
    public required ImmutableArray<string> KindsUnknown { get; init; }

    /// <summary>All that was to be read was read.</summary>
    public required bool IsComplete { get; init; }
}
