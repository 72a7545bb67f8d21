namespace PolicyGate.CodeHost.GitHub;

/// <summary>Where a GitHub's API is: github.com or an Enterprise Server.</summary>
public sealed record GitHubServer
{
    private GitHubServer(Uri api) => Api = api;

    public static GitHubServer GitHubDotCom { get; } = new(new Uri("https://api.github.com/"));

    /// <summary>With a slash at its end; <c>https://HOST/api/v3/</c> on an Enterprise Server.</summary>
    public Uri Api { get; }

    /// <summary>
    /// Reads <c>GITHUB_API_URL</c>. Null for what is no address to send a token to: only https, and http to this very
    /// machine; no user, query or fragment.
    /// </summary>
    public static GitHubServer? Parse(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
            ? new(new Uri(uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/"))
            : null;

    /// <summary>Whether the token may go there: same scheme, host and port.</summary>
    internal bool Owns(Uri address) =>
        Uri.Compare(Api, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
