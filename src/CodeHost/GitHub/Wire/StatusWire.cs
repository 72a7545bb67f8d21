namespace PolicyGate.CodeHost.GitHub.Wire;

internal sealed record StatusWire
{
    public required long Id { get; init; }

    public required string State { get; init; }

    public required string Context { get; init; }

    public string? Description { get; init; }

    public string? TargetUrl { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public AccountWire? Creator { get; init; }

    public CommitStatus ToStatus() => new()
    {
        Id = Id,
        State = State switch
        {
            "error" => StatusState.Error,
            "failure" => StatusState.Failure,
            "pending" => StatusState.Pending,
            "success" => StatusState.Success,
            _ => StatusState.Other,
        },
        Context = Context,
        Description = Description ?? "",
        TargetUrl = GitHubJson.Address(TargetUrl),
        CreatedAt = CreatedAt,
        Creator = Creator?.ToAccount(),
    };
}

internal sealed record StatusWish(string State, string Context, string? Description, string? TargetUrl)
{
    public static StatusWish Of(NewCommitStatus status) => new(
        status.State switch
        {
            StatusState.Error => "error",
            StatusState.Failure => "failure",
            StatusState.Pending => "pending",
            StatusState.Success => "success",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status.State, "no state to set"),
        },
        status.Context,
        status.Description.Length > 0 ? status.Description : null,
        status.TargetUrl?.AbsoluteUri);
}
