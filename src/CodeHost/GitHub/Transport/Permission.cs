namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>
/// What a token has to have, as a workflow's <c>permissions</c> are written
/// (<see href="https://docs.github.com/rest/authentication/permissions-required-for-github-apps">table</see>).
/// </summary>
internal sealed record Permission(string Words)
{
    public static Permission ChecksRead { get; } = new("`checks: read`");

    public static Permission ChecksWrite { get; } = new("`checks: write`");

    public static Permission StatusesRead { get; } = new("`statuses: read`");

    public static Permission StatusesWrite { get; } = new("`statuses: write`");

    public static Permission ContentsRead { get; } = new("`contents: read`");

    public static Permission PullRequestsRead { get; } = new("`pull-requests: read`");

    public static Permission PullRequestsWrite { get; } = new("`pull-requests: write`");

    /// <summary>Every token has it.</summary>
    public static Permission MetadataRead { get; } = new("`metadata: read`");

    /// <summary>No workflow's own token can have it.</summary>
    public static Permission MembersRead { get; } = new("`members: read` (of the organization; a GitHub App's token or a personal one)");

    /// <summary>
    /// As GitHub tells it in <c>X-Accepted-GitHub-Permissions</c>: <c>contents=read,workflows=write; statuses=write</c>, a
    /// comma for "and", a semicolon for "or"
    /// (<see href="https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible">docs</see>).
    /// </summary>
    public static Permission Accepted(string header) =>
        new(string.Join(" or ", header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(All)));

    private static string All(string alternative) =>
        string.Join(" and ", alternative.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(one => $"`{one.Replace("=", ": ", StringComparison.Ordinal).Replace('_', '-')}`"));
}
