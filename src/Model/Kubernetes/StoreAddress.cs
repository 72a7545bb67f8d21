using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where in an object store something lies.</summary>
/// <param name="Host">The store where it is not the cloud's own; else empty.</param>
/// <param name="Bucket">The bucket or container.</param>
/// <param name="Prefix">The folder, without slashes around.</param>
internal sealed partial record StoreAddress(string Host, string Bucket, string Prefix)
{
    public static StoreAddress Unknown { get; } = new("", "", "");

    public static StoreAddress In(string bucket, string prefix, string endpoint = "") => new(HostOf(endpoint), bucket, Folder(prefix));

    /// <summary>
    /// An address as backup programs write them: <c>s3://bucket/folder</c>, <c>gs://…</c>, restic's
    /// <c>s3:https://host/bucket/folder</c>, rclone's <c>remote:bucket/folder</c>, Longhorn's <c>s3://bucket@region/</c>,
    /// Azure's <c>https://account.blob.core.windows.net/container/folder</c>. Null for anything else.
    /// </summary>
    public static StoreAddress? Parse(string text, string endpoint = "") => All(text, endpoint).FirstOrDefault();

    /// <summary>All addresses in a command; what is written to comes last.</summary>
    public static IEnumerable<StoreAddress> All(string text, string endpoint = "") => (text.Contains(':', StringComparison.Ordinal) ? Address().Matches(text) : Enumerable.Empty<Match>()).Select(match => new StoreAddress(
        match.Groups["host"].Success ? match.Groups["host"].Value : HostOf(endpoint),
        match.Groups["bucket"].Value,
        Folder(match.Groups["prefix"].Value)));

    /// <summary>Up to what changes from run to run.</summary>
    private static string Folder(string prefix)
    {
        int variable = prefix.IndexOfAny(['$', '`', '%']);
        string steady = variable < 0 ? prefix : prefix[..(prefix.LastIndexOf('/', variable) + 1)];
        return steady.Trim('/');
    }

    private static string HostOf(string endpoint) =>
        HostPart().Match(endpoint) is { Success: true } match && !match.Groups["host"].Value.EndsWith(".amazonaws.com", StringComparison.Ordinal)
            ? match.Groups["host"].Value
            : "";

    [GeneratedRegex(@"^(https?://)?(?<host>[A-Za-z0-9.-]+)")]
    private static partial Regex HostPart();

    [GeneratedRegex(@"\b(?:s3|gs|gcs|azure|wasbs?|b2|swift)://(?<bucket>[A-Za-z0-9._-]+)(?:@[a-z0-9-]*)?(?:/(?<prefix>[^\s""'|;&]*))?|\b(?:s3|b2|gs|azure|swift):(?:https?://(?<host>[^/\s""']+)/|(?<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/)?/?(?<bucket>[A-Za-z0-9._-]+)(?:[/:](?<prefix>[^\s""'|;&]*))?|https://(?<host>[a-z0-9]+\.blob\.core\.windows\.net)/(?<bucket>[a-z0-9-]+)(?:/(?<prefix>[^\s""'|;&]*))?|(?:^|[\s""'])(?!https?:)[A-Za-z][\w-]*:(?!/)(?<bucket>[A-Za-z0-9._-]+)(?:/(?<prefix>[^\s""'|;&]*))?")]
    private static partial Regex Address();
}
