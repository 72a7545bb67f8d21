namespace PolicyGate.CodeHost;

/// <summary>
/// One repository at a code host: what can be told there, and what can be learnt. What the host refuses or cannot do now
/// is a <see cref="HostProblem"/> in the answer; an <see cref="ArgumentException"/> is a caller that exceeds a limit.
/// </summary>
public interface ICodeHost
{
    /// <summary>The repository that all of this speaks of, by the name it was asked for.</summary>
    RepositoryName Name { get; }

    ICheckRuns CheckRuns { get; }

    ICommitStatuses Statuses { get; }

    IComments Comments { get; }

    IPullRequests PullRequests { get; }

    IReviews Reviews { get; }

    IContents Contents { get; }

    IPeople People { get; }
}
