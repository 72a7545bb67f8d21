namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A container image's name taken apart, Docker's defaults filled in: <c>nginx</c> is
/// <c>docker.io/library/nginx</c>. See https://github.com/distribution/reference.
/// </summary>
public sealed record ImageReference
{
    private const string DockerHub = "docker.io";

    /// <summary>The whole text as written.</summary>
    public required string Text { get; init; }

    /// <summary>The host, with its port when there is one.</summary>
    public required string Registry { get; init; }

    /// <summary>The path in the registry, such as <c>library/nginx</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>As written; null when there is none, which means <c>latest</c> unless there is a digest.</summary>
    public required string? Tag { get; init; }

    /// <summary>Such as <c>sha256:…</c>, or null.</summary>
    public required string? Digest { get; init; }

    /// <summary>The tag is <c>latest</c>, written or implied.</summary>
    public bool IsLatest => Tag == "latest" || (Tag is null && Digest is null);

    /// <summary>The registry and the repository, without tag or digest.</summary>
    public string Name => $"{Registry}/{Repository}";

    /// <summary>
    /// It is in that registry or below that path of one, such as <c>registry.example.com/erp</c>, whole segments only.
    /// Without a host, Docker Hub is meant.
    /// </summary>
    public bool IsIn(string registryOrPath)
    {
        string place = registryOrPath.Trim().TrimEnd('/');
        string[] segments = place.Split('/');
        string full = LooksLikeHost(segments[0]) ? place : $"{DockerHub}/{place}";
        return $"{Name}/".StartsWith($"{full}/", StringComparison.OrdinalIgnoreCase);
    }

    public static ImageReference Parse(string text)
    {
        (string beforeDigest, string? digest) = Cut(text.Trim(), text.Trim().IndexOf('@', StringComparison.Ordinal));
        int colon = beforeDigest.LastIndexOf(':');
        bool isTag = colon > beforeDigest.LastIndexOf('/');
        (string name, string? tag) = Cut(beforeDigest, isTag ? colon : -1);
        (string registry, string repository) = Split(name);
        return new() { Text = text, Registry = registry, Repository = repository, Tag = tag, Digest = digest };
    }

    private static (string Before, string? After) Cut(string text, int at) =>
        at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);

    /// <summary>The first part is a host only when it looks like one; that is how Docker decides.</summary>
    private static (string Registry, string Repository) Split(string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        string first = slash < 0 ? "" : name[..slash];
        if (!LooksLikeHost(first))
        {
            return (DockerHub, slash < 0 ? $"library/{name}" : name);
        }

        string registry = first is "index.docker.io" or "registry-1.docker.io" ? DockerHub : first;
        string repository = name[(slash + 1)..];
        return (registry, registry == DockerHub && !repository.Contains('/', StringComparison.Ordinal)
            ? $"library/{repository}"
            : repository);
    }

    private static bool LooksLikeHost(string segment) =>
        segment.Contains('.', StringComparison.Ordinal)
        || segment.Contains(':', StringComparison.Ordinal)
        || segment == "localhost";
}
