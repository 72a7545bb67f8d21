namespace PolicyGate.CodeHost;

/// <summary>The statuses of commits (<see href="https://docs.github.com/rest/commits/statuses">API</see>).</summary>
public interface ICommitStatuses
{
    /// <summary>Sets one; the newest of a context counts. When the answer is lost, the newest is read before it is set again.</summary>
    /// <exception cref="ArgumentException">A text is over the host's limit.</exception>
    Task<HostAnswer<CommitStatus>> Create(string sha, NewCommitStatus status, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    Task<HostAnswer<Listing<CommitStatus>>> List(string revision, CancellationToken cancellation);
}

public enum StatusState
{
    Error,
    Failure,
    Pending,
    Success,

    /// <summary>Read only: one that this program does not know.</summary>
    Other,
}

public sealed record NewCommitStatus
{
    public required StatusState State { get; init; }

    /// <summary>Which status it is: the name that branch protection requires.</summary>
    public required string Context { get; init; }

    public string Description { get; init; } = "";

    public Uri? TargetUrl { get; init; }
}

public sealed record CommitStatus
{
    public required long Id { get; init; }

    public required StatusState State { get; init; }

    public required string Context { get; init; }

    public required string Description { get; init; }

    public required Uri? TargetUrl { get; init; }

    public required DateTimeOffset? CreatedAt { get; init; }

    public required Account? Creator { get; init; }
}
