using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>What a cluster was at one time.</summary>
public sealed record Snapshot
{
    /// <summary>The kubeconfig's context.</summary>
    public required string Context { get; init; }

    /// <summary>When reading began.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Such as <c>v1.31.2</c>; empty when the cluster did not tell.</summary>
    public required string ServerVersion { get; init; }

    /// <summary>Only these were read; empty for all.</summary>
    public required ImmutableArray<string> Namespaces { get; init; }

    public required SecretsAccount Secrets { get; init; }

    /// <summary>What became of each kind that the cluster serves.</summary>
    public required ImmutableArray<KindAccount> Kinds { get; init; }

    /// <summary>What concerns no single kind. With any of them nothing can be said to be missing.</summary>
    public required ImmutableArray<string> Problems { get; init; }

    /// <summary>Nothing is unknown.</summary>
    public required bool IsComplete { get; init; }

    public required ImmutableArray<LiveObject> Objects { get; init; }
}

/// <summary>How the values of Secrets can be compared.</summary>
/// <param name="WereRead">Whether there are any.</param>
/// <param name="KeyCheck">That of the <see cref="SecretKey"/> by which they are hashed; empty when they were not read.</param>
/// <param name="IsKeyGiven">Somebody may still have the key.</param>
public sealed record SecretsAccount(bool WereRead, string KeyCheck, bool IsKeyGiven);

/// <summary>An object of a cluster. No file of the repository declares it, so that its places have no file.</summary>
/// <param name="Document">All of it but its status.</param>
public sealed record LiveObject(Document Document)
{
    public Node Root => Document.Root;

    public string ApiVersion => Root.Field("apiVersion").Text;

    public string Kind => Root.Field("kind").Text;

    /// <summary>Empty for one without.</summary>
    public string Namespace => Root.Field("metadata").Field("namespace").Text;

    public string Name => Root.Field("metadata").Field("name").Text;
}

/// <summary>What a snapshot may cost: it comes from another job, and anybody may have written it.</summary>
public sealed record SnapshotLimits
{
    public static SnapshotLimits Default { get; } = new();

    /// <summary>After decompression. 5,000 objects take some 50 MB.</summary>
    public long Bytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Of one object; etcd takes 1.5 MiB, the API server 3 MiB.</summary>
    public int ObjectBytes { get; init; } = 16 * 1024 * 1024;

    public int Objects { get; init; } = 1_000_000;

    /// <summary>How deep values nest, as in manifests.</summary>
    public int Depth { get; init; } = Load.LoadLimits.Default.Depth;
}

/// <summary>Why a snapshot cannot be used.</summary>
/// <param name="File">As it was named.</param>
/// <param name="Path">The field; empty for the whole.</param>
/// <param name="Message">What is wrong; nothing of the snapshot is quoted.</param>
public sealed record SnapshotProblem(string File, string Path, string Message)
{
    public override string ToString() => $"{File}: {(Path.Length > 0 ? $"{Path}: " : "")}{Message}";
}

/// <summary>A snapshot, or why there is none.</summary>
public sealed record SnapshotReading(Snapshot? Snapshot, SnapshotProblem? Problem);
