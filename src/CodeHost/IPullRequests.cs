using System.Collections.Immutable;

namespace PolicyGate.CodeHost;

/// <summary>Pull requests and what they change (<see href="https://docs.github.com/rest/pulls/pulls">API</see>).</summary>
public interface IPullRequests
{
    Task<HostAnswer<PullRequest>> Get(int number, CancellationToken cancellation);

    /// <summary>Incomplete from 3,000 files on, where GitHub stops.</summary>
    Task<HostAnswer<Listing<ChangedFile>>> ListFiles(int number, CancellationToken cancellation);

    /// <summary>Oldest first; incomplete from 250 commits on, where GitHub stops.</summary>
    Task<HostAnswer<Listing<Commit>>> ListCommits(int number, CancellationToken cancellation);

    /// <summary>Those that a commit is part of, open and closed ones. GitHub knows none for a commit that only a fork has.</summary>
    Task<HostAnswer<Listing<PullRequest>>> ListOfCommit(string sha, CancellationToken cancellation);

    /// <summary>The open ones from a branch, of a fork too.</summary>
    Task<HostAnswer<Listing<PullRequest>>> ListOfBranch(string owner, string branch, CancellationToken cancellation);
}

public sealed record PullRequest
{
    public required int Number { get; init; }

    public required bool IsOpen { get; init; }

    public required bool IsMerged { get; init; }

    public required bool IsDraft { get; init; }

    /// <summary>Only people with write access may comment.</summary>
    public required bool IsLocked { get; init; }

    /// <summary>Null when the account was deleted.</summary>
    public required Account? Author { get; init; }

    public required PullRequestSide Head { get; init; }

    public required PullRequestSide Base { get; init; }

    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>
    /// The host's word, such as <c>clean</c>, <c>blocked</c>, <c>behind</c>, <c>dirty</c>, <c>unstable</c>; <c>unknown</c>
    /// while it works it out; empty in a listing.
    /// </summary>
    public required string MergeableState { get; init; }

    /// <summary>It will merge, or join the merge queue, as soon as its requirements are met.</summary>
    public required bool IsAutoMerge { get; init; }

    /// <summary>Null in a listing.</summary>
    public required int? CommitCount { get; init; }

    /// <summary>Null in a listing.</summary>
    public required int? ChangedFileCount { get; init; }

    public required Uri? Url { get; init; }

    /// <summary>The head lies in another repository, or in one that is no longer there: its author may be anybody.</summary>
    public bool IsFromFork => Head.RepositoryId is null || Head.RepositoryId != Base.RepositoryId;
}

/// <summary>Where a pull request comes from or goes to.</summary>
/// <param name="Ref">The branch's name. Its owner chose it: hostile text in the case of a fork.</param>
/// <param name="Sha">The full id of its commit.</param>
/// <param name="Repository">Owner and name; null when it was deleted.</param>
/// <param name="RepositoryId">Stays when the repository is renamed; null when it was deleted.</param>
public sealed record PullRequestSide(string Ref, string Sha, string? Repository, long? RepositoryId);

public enum FileChange
{
    Added,
    Removed,
    Modified,
    Renamed,
    Copied,

    /// <summary>Its mode.</summary>
    Changed,
    Unchanged,

    /// <summary>One that this program does not know.</summary>
    Other,
}

public sealed record ChangedFile
{
    public required string Path { get; init; }

    /// <summary>Empty unless it was renamed or copied.</summary>
    public required string PreviousPath { get; init; }

    public required FileChange Change { get; init; }

    public required int Additions { get; init; }

    public required int Deletions { get; init; }

    /// <summary>Hunks of a unified diff; null for binary files and those that are too large.</summary>
    public required string? Patch { get; init; }
}

public sealed record Commit
{
    public required string Sha { get; init; }

    /// <summary>Null when the e-mail address in the commit belongs to nobody at the host.</summary>
    public required Account? Author { get; init; }

    /// <inheritdoc cref="Author"/>
    public required Account? Committer { get; init; }

    /// <summary>As written into the commit by whoever made it: proves nothing.</summary>
    public required string AuthorName { get; init; }

    /// <inheritdoc cref="AuthorName"/>
    public required string CommitterName { get; init; }

    public required string Message { get; init; }

    /// <summary>The host checked its signature.</summary>
    public required bool IsVerified { get; init; }
}
