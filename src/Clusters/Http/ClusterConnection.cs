using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>Which cluster, and how patiently.</summary>
public sealed record ClusterConnection
{
    public required ClusterAccess Access { get; init; }

    /// <summary>The program's version, which the cluster's audit log shows.</summary>
    public required string Version { get; init; }

    /// <summary>After which an attempt counts as failed.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often something is tried when the cluster fails, wants to be left alone, or the connection breaks.</summary>
    public int Attempts { get; init; } = 6;

    /// <summary>The longest wait that a cluster may ask for.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How much of an answer is read at most, after decompression. No object is larger than 3 MiB (the limit of a request), and
    /// a page may be asked for that has fewer.
    /// </summary>
    public int AnswerBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The clock, and what waits on it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>From 0 to 1: so much of a wait is left to chance, lest all who wait come back at once.</summary>
    public Func<double> Chance { get; init; } = Random.Shared.NextDouble;

    /// <summary>What sends; null for the network. Only what may leave gets there.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
