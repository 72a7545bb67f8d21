namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>
/// Where the next page is: <c>&lt;https://api.github.com/…?page=2&gt;; rel="next", …</c>
/// (<see href="https://datatracker.ietf.org/doc/html/rfc8288#section-3">RFC 8288</see>).
/// </summary>
internal static class LinkHeader
{
    /// <summary>As it was written, from outside; null when this is the last page.</summary>
    public static string? Next(string? header)
    {
        for (ReadOnlySpan<char> rest = header; rest.IndexOf('<') is var open and >= 0;)
        {
            rest = rest[(open + 1)..];
            int close = rest.IndexOf('>');
            if (close < 0)
            {
                return null;
            }

            ReadOnlySpan<char> address = rest[..close];
            rest = rest[(close + 1)..];
            int following = rest.IndexOf('<');
            if (IsNext(following < 0 ? rest : rest[..following]))
            {
                return address.ToString();
            }
        }

        return null;
    }

    private static bool IsNext(ReadOnlySpan<char> parameters) =>
        parameters.Contains("rel=\"next\"", StringComparison.OrdinalIgnoreCase)
        || parameters.Contains("rel=next", StringComparison.OrdinalIgnoreCase);
}
