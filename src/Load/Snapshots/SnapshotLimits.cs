using PolicyGate.Model.Live;

namespace PolicyGate.Load.Snapshots;

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
    public int Depth { get; init; } = LoadLimits.Default.Depth;
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
