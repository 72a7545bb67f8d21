namespace PolicyGate.Load;

/// <summary>
/// What one file may cost. Files come from a pull request that anybody may have written; beyond a limit the file is a
/// <c>load/limit</c> finding and is not judged. Each default leaves real manifests room by an order of magnitude.
/// </summary>
public sealed record LoadLimits
{
    public static LoadLimits Default { get; } = new();

    /// <summary>
    /// Bytes of a file. The API server takes requests of 3 MiB
    /// (https://github.com/kubernetes/apiserver/blob/master/pkg/server/config.go, MaxRequestBodyBytes); the largest
    /// rendered bundles of custom resource definitions reach some 5 MB.
    /// </summary>
    public int FileBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>
    /// How deep values nest, aliases followed. Schemas of custom resources reach 60; reading is recursive, and so is
    /// most of what looks at the result, on stacks of 1 MiB.
    /// </summary>
    public int Depth { get; init; } = 200;

    /// <summary>
    /// Values of a file, about 100 bytes of memory each. 16 MiB of ordinary manifests hold some 600,000.
    /// </summary>
    public int Nodes { get; init; } = 1_000_000;

    /// <summary>Fields of one mapping. They are found by scanning, which no more than this many keep fast.</summary>
    public int Fields { get; init; } = 20_000;

    /// <summary>UTF-16 code units of one scalar, as it is written and as it is read. No object of more than 1.5 MiB fits into etcd.</summary>
    public int ScalarLength { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// UTF-16 code units that aliases repeat. Counting values, as Kubernetes does, lets a small file repeat one long
    /// text a thousand times, and each policy would read it as often.
    /// </summary>
    public int AliasedText { get; init; } = 16 * 1024 * 1024;

    /// <summary>Problems listed of one file, so that a hostile one cannot bury the findings of all others.</summary>
    public int Problems { get; init; } = 100;
}
