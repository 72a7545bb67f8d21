namespace PolicyGate.CodeHost.GitHub.Wire;

internal sealed record CommentWire
{
    public required long Id { get; init; }

    public AccountWire? User { get; init; }

    public AppWire? PerformedViaGithubApp { get; init; }

    public string? Body { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public string? HtmlUrl { get; init; }

    public Comment ToComment() => new()
    {
        Id = Id,
        Author = User?.ToAccount(),
        App = PerformedViaGithubApp?.Slug ?? "",
        Body = Body ?? "",
        CreatedAt = CreatedAt,
        UpdatedAt = UpdatedAt,
        Url = GitHubJson.Address(HtmlUrl),
    };
}

internal sealed record BodyWish(string Body);
