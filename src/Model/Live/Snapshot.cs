using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

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
/// <param name="KeyCheck">That of the key by which they are hashed; empty when they were not read.</param>
/// <param name="IsKeyGiven">Somebody may still have the key.</param>
public sealed record SecretsAccount(bool WereRead, string KeyCheck, bool IsKeyGiven);

/// <summary>An object of a cluster. No file of the repository declares it, so that its places have no file.</summary>
/// <param name="Document">All of it but its status.</param>
public sealed record LiveObject(Document Document)
{
    public Node Root => Document.Root;

    public string ApiVersion => Root.Field("apiVersion").Text;

    /// <summary>The API group; empty for the core group.</summary>
    public string Group => ApiVersion.IndexOf('/', StringComparison.Ordinal) is >= 0 and int slash ? ApiVersion[..slash] : "";

    /// <summary>That of the group in which it was read.</summary>
    public string Version => ApiVersion[(ApiVersion.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public string Kind => Root.Field("kind").Text;

    /// <summary>Empty for one without.</summary>
    public string Namespace => Root.Field("metadata").Field("namespace").Text;

    public string Name => Root.Field("metadata").Field("name").Text;
}
