using System.Net.Http.Headers;

namespace PolicyGate.Clusters.Http;

/// <summary>
/// Nothing but dry runs of applying an object passes. A server that knows the content type knows dry runs too, which
/// Kubernetes got first (1.13, then 1.14), so that none takes one for the real thing.
/// </summary>
/// <param name="network">What sends.</param>
/// <param name="server">The address below which the API is, with a slash at its end.</param>
internal sealed class DryRunHandler(HttpMessageHandler network, Uri server) : GuardingHandler(network)
{
    private const string Wish = "dryRun";

    protected override string Allowed => "dry runs of applying an object";

    protected override bool MayPass(HttpRequestMessage request) =>
        request.Method == HttpMethod.Patch
        && IsApply(request.Content?.Headers.ContentType)
        && request.RequestUri is { } address
        && IsDryRun(address.Query)
        && IsObject(address.AbsolutePath);

    private static bool IsApply(MediaTypeHeaderValue? type) =>
        type is { MediaType: ApiRequest.ApplyPatch, Parameters.Count: 0 };

    /// <summary>Said once, and in no other spelling beside it.</summary>
    private static bool IsDryRun(string query)
    {
        string[] wishes = query.TrimStart('?').Split('&');
        return wishes.Contains($"{Wish}=All")
            && wishes.Count(wish => string.Equals(Uri.UnescapeDataString(wish.Split('=')[0]), Wish, StringComparison.OrdinalIgnoreCase)) == 1;
    }

    /// <summary>
    /// <c>…/VERSION/[namespaces/NAME/]RESOURCE/NAME</c>. Below an object are such things as <c>proxy</c>, where what leaves
    /// goes on to a pod that has never heard of dry runs; the server takes an escaped slash for a slash.
    /// </summary>
    private bool IsObject(string path)
    {
        string root = server.AbsolutePath;
        bool isPlain = path.StartsWith(root, StringComparison.Ordinal)
            && !path.Contains("%2F", StringComparison.OrdinalIgnoreCase) && !path.Contains("%25", StringComparison.Ordinal);
        string[] parts = isPlain ? path[root.Length..].Split('/') : [];
        return parts.All(part => part.Length > 0) && parts switch
        {
            ["api", _, .. var rest] => IsObject(rest),
            ["apis", _, _, .. var rest] => IsObject(rest),
            _ => false,
        };
    }

    private static bool IsObject(string[] parts) => parts is [_, _] or ["namespaces", _, _, _];
}
