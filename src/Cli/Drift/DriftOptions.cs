using System.Collections.Immutable;

namespace PolicyGate.Cli.Drift;

/// <summary>Which clusters <c>policygate drift</c> looks at, and how.</summary>
internal sealed record DriftOptions
{
    /// <summary>Contexts of the kubeconfig; empty for those that the descriptors name.</summary>
    public required ImmutableArray<string> Contexts { get; init; }

    public string? Kubeconfig { get; init; }

    public bool InCluster { get; init; }

    /// <summary>Snapshots that were taken before, instead of clusters.</summary>
    public required ImmutableArray<string> Snapshots { get; init; }

    public string? SecretKeyFile { get; init; }

    public bool NoSecrets { get; init; }

    /// <summary>Let the clusters say what they would make of each object; needs an account that may patch.</summary>
    public bool ServerDryRun { get; init; }

    /// <summary>For each cluster.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>A snapshot that is older says nothing about today.</summary>
    public required TimeSpan OldestSnapshot { get; init; }

    /// <summary>Which part of the clusters is this run's; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>Environments that were named; empty for all.</summary>
    public required ImmutableArray<string> Environments { get; init; }
}

/// <summary>One of several runs that share the clusters.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">How many runs there are.</param>
internal sealed record Shard(int Index, int Count)
{
    public bool Takes(int index) => index % Count == Index;
}
