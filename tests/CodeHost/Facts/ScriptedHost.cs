using System.Collections.Immutable;

namespace PolicyGate.CodeHost.Tests.Facts;

/// <summary>A code host of which each answer is a property; what is not set is refused.</summary>
internal sealed record ScriptedHost : ICodeHost, IPullRequests, IReviews, IContents, IPeople
{
    public static HostProblem Refused { get; } =
        new() { Kind = HostProblemKind.Forbidden, Operation = "ask", Request = "GET /x", Message = "refused", HttpStatus = 403 };

    public HostAnswer<PullRequest> Pull { get; init; } = Refused;

    public HostAnswer<Listing<Commit>> Commits { get; init; } = Refused;

    public HostAnswer<Listing<ChangedFile>> Files { get; init; } = Refused;

    public HostAnswer<Listing<Review>> Given { get; init; } = Refused;

    public HostAnswer<Listing<PullRequest>> OfCommit { get; init; } = Refused;

    /// <summary>By path; all others are not there.</summary>
    public ImmutableDictionary<string, HostAnswer<string>> Texts { get; init; } = ImmutableDictionary<string, HostAnswer<string>>.Empty;

    /// <summary>By team and by login.</summary>
    public ImmutableDictionary<string, string[]> Teams { get; init; } = ImmutableDictionary<string, string[]>.Empty;

    public ImmutableDictionary<string, string> Permissions { get; init; } = ImmutableDictionary<string, string>.Empty;

    public RepositoryName Name { get; } = RepositoryName.Parse("octo/platform")!;

    public ICheckRuns CheckRuns => throw new InvalidOperationException("facts tell nothing");

    public ICommitStatuses Statuses => throw new InvalidOperationException("facts tell nothing");

    public IComments Comments => throw new InvalidOperationException("facts tell nothing");

    public IPullRequests PullRequests => this;

    public IReviews Reviews => this;

    public IContents Contents => this;

    public IPeople People => this;

    public Task<HostAnswer<PullRequest>> Get(int number, CancellationToken cancellation) => Task.FromResult(Pull);

    public Task<HostAnswer<Listing<ChangedFile>>> ListFiles(int number, CancellationToken cancellation) => Task.FromResult(Files);

    public Task<HostAnswer<Listing<Commit>>> ListCommits(int number, CancellationToken cancellation) => Task.FromResult(Commits);

    public Task<HostAnswer<Listing<PullRequest>>> ListOfCommit(string sha, CancellationToken cancellation) => Task.FromResult(OfCommit);

    public Task<HostAnswer<Listing<PullRequest>>> ListOfBranch(string owner, string branch, CancellationToken cancellation) =>
        throw new InvalidOperationException("the event names the pull request");

    public Task<HostAnswer<Listing<Review>>> List(int pullRequest, CancellationToken cancellation) => Task.FromResult(Given);

    public Task<HostAnswer<Listing<ReviewComment>>> ListComments(int pullRequest, CancellationToken cancellation) =>
        throw new InvalidOperationException("comments are no facts");

    public Task<HostAnswer<Review>> Create(int pullRequest, NewReview review, Func<Review, bool>? isThisOne, CancellationToken cancellation) =>
        throw new InvalidOperationException("facts tell nothing");

    public Task<HostAnswer<HostedRepository>> GetRepository(CancellationToken cancellation) => Task.FromResult<HostAnswer<HostedRepository>>(Refused);

    public Task<HostAnswer<string>> GetFile(string path, string revision, CancellationToken cancellation) =>
        Task.FromResult(Texts.GetValueOrDefault(path, Refused with { Kind = HostProblemKind.NotFound }));

    public Task<HostAnswer<TeamMembership>> GetTeamMembership(string organization, string team, string login, CancellationToken cancellation) =>
        throw new InvalidOperationException("a team is read as a whole");

    public Task<HostAnswer<Listing<Account>>> ListTeamMembers(string organization, string team, CancellationToken cancellation) =>
        Task.FromResult<HostAnswer<Listing<Account>>>(Teams.TryGetValue($"{organization}/{team}", out string[]? members)
            ? new Listing<Account>([.. members.Select(Person)], IsComplete: true)
            : Refused);

    public Task<HostAnswer<Collaboration>> GetPermission(string login, CancellationToken cancellation) =>
        Task.FromResult<HostAnswer<Collaboration>>(Permissions.TryGetValue(login, out string? permission) ? new Collaboration(permission, permission) : Refused);

    public static Account Person(string login) => new(1, login, AccountKind.User);
}
