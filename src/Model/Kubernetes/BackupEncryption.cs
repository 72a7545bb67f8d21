using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Whose key protects a backup.</summary>
public enum BackupKey
{
    /// <summary>Nothing says that it is encrypted.</summary>
    None,

    /// <summary>The store's own, which opens for everybody who may read the bucket.</summary>
    Provider,

    /// <summary>One that is named, and can be withheld or destroyed.</summary>
    Named,
}

/// <summary>How a part of a backup is encrypted.</summary>
/// <param name="Key">Whose key it is.</param>
/// <param name="Place">What says so, or where it would be said.</param>
/// <param name="Lack">What is missing, for people; empty for a named key.</param>
public sealed record BackupEncryption(BackupKey Key, Node Place, string Lack)
{
    internal static BackupEncryption Named(Node place) => new(BackupKey.Named, place, "");

    /// <summary>The bucket's own key counts where nothing else is said.</summary>
    internal static BackupEncryption Otherwise(StorageBucket? bucket, Node place, string lack) =>
        bucket?.Key is { } key ? Named(key) : new(BackupKey.None, place, lack);
}
