using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.CodeHost;

namespace PolicyGate.Publish.Tests.Hosts;

/// <summary>
/// A code host in memory, with what is told to it. <see cref="Before"/> runs before each operation and may change it, as
/// another run would, or make it fail.
/// </summary>
internal sealed class MemoryHost : ICodeHost, ICheckRuns, IComments, ICommitStatuses, IPullRequests, IReviews
{
    private long lastId = 100;

    public Func<string, HostProblemKind?> Before { get; set; } = _ => null;

    public List<string> Operations { get; } = [];

    public Dictionary<long, (CheckRun Run, List<Annotation> Annotations)> Runs { get; } = [];

    public List<Comment> Conversation { get; } = [];

    public List<NewCommitStatus> Set { get; } = [];

    public List<NewReview> Reviewed { get; } = [];

    public string Head { get; set; } = Reports.Commit;

    public ImmutableArray<ChangedFile> Changed { get; set; } = [];

    public RepositoryName Name { get; } = RepositoryName.Parse("o/r")!;

    public ICheckRuns CheckRuns => this;

    public ICommitStatuses Statuses => this;

    public IComments Comments => this;

    public IPullRequests PullRequests => this;

    public IReviews Reviews => this;

    public IContents Contents => throw new NotSupportedException();

    public IPeople People => throw new NotSupportedException();

    public static Account Bot { get; } = new(1, "github-actions[bot]", AccountKind.Bot);

    public void Say(Account author, string body) => Conversation.Add(new()
    {
        Id = ++lastId,
        Author = author,
        App = author.Kind == AccountKind.Bot ? "github-actions" : "",
        Body = body,
        CreatedAt = null,
        UpdatedAt = null,
        Url = null,
    });

    Task<HostAnswer<CheckRun>> ICheckRuns.Create(NewCheckRun run, CancellationToken cancellation) => Do("check-run create", () =>
    {
        run.Output?.Annotations.Length.ShouldBeLessThanOrEqualTo(50);
        CheckRun made = new()
        {
            Id = ++lastId,
            Name = run.Name,
            HeadSha = run.HeadSha,
            Status = run.Status,
            Conclusion = run.Conclusion,
            ExternalId = run.ExternalId,
            Url = new(string.Create(CultureInfo.InvariantCulture, $"https://github.com/o/r/runs/{lastId}")),
            StartedAt = run.StartedAt,
            CompletedAt = run.CompletedAt,
            AnnotationCount = run.Output?.Annotations.Length ?? 0,
            Title = run.Output?.Title ?? "",
            Summary = run.Output?.Summary ?? "",
            App = "github-actions",
        };
        Runs[made.Id] = (made, [.. run.Output?.Annotations ?? []]);
        return made;
    });

    Task<HostAnswer<CheckRun>> ICheckRuns.Update(long id, CheckRunUpdate update, CancellationToken cancellation) => Do("check-run update", () =>
    {
        update.Output?.Annotations.Length.ShouldBeLessThanOrEqualTo(50);
        (CheckRun run, List<Annotation> annotations) = Runs[id];
        annotations.AddRange(update.Output?.Annotations ?? []);
        CheckRun changed = run with
        {
            Status = update.Status ?? run.Status,
            Conclusion = update.Conclusion ?? run.Conclusion,
            AnnotationCount = annotations.Count,
            Title = update.Output?.Title ?? run.Title,
            Summary = update.Output?.Summary ?? run.Summary,
        };
        Runs[id] = (changed, annotations);
        return changed;
    });

    Task<HostAnswer<CheckRun>> ICheckRuns.Get(long id, CancellationToken cancellation) => Do("check-run get", () => Runs[id].Run);

    Task<HostAnswer<Listing<CheckRun>>> ICheckRuns.List(string revision, string? name, CancellationToken cancellation) => Do(
        "check-run list",
        () => new Listing<CheckRun>([.. Runs.Values.Select(one => one.Run).Where(run => run.HeadSha == revision && run.Name == name)], true));

    Task<HostAnswer<Listing<Annotation>>> ICheckRuns.ListAnnotations(long id, CancellationToken cancellation) =>
        throw new NotSupportedException();

    Task<HostAnswer<Listing<Comment>>> IComments.List(int pullRequest, CancellationToken cancellation) =>
        Do("comment list", () => new Listing<Comment>([.. Conversation], true));

    Task<HostAnswer<Comment>> IComments.Create(
        int pullRequest, string body, Func<Comment, bool>? isThisOne, CancellationToken cancellation) => Do("comment create", () =>
        {
            Say(Bot, body);
            return Conversation[^1];
        });

    Task<HostAnswer<Comment>> IComments.Update(long id, string body, CancellationToken cancellation) => Do("comment update", () =>
    {
        int index = Conversation.FindIndex(comment => comment.Id == id);
        return Conversation[index] = Conversation[index] with { Body = body };
    });

    Task<HostAnswer<Done>> IComments.Delete(long id, CancellationToken cancellation) => Do("comment delete", () =>
    {
        Conversation.RemoveAll(comment => comment.Id == id);
        return default(Done);
    });

    Task<HostAnswer<CommitStatus>> ICommitStatuses.Create(string sha, NewCommitStatus status, CancellationToken cancellation) => Do("status", () =>
    {
        Set.Add(status);
        return new CommitStatus
        {
            Id = ++lastId,
            State = status.State,
            Context = status.Context,
            Description = status.Description,
            TargetUrl = status.TargetUrl,
            CreatedAt = null,
            Creator = Bot,
        };
    });

    Task<HostAnswer<Listing<CommitStatus>>> ICommitStatuses.List(string revision, CancellationToken cancellation) =>
        throw new NotSupportedException();

    Task<HostAnswer<PullRequest>> IPullRequests.Get(int number, CancellationToken cancellation) => Do("pull get", () => Pull(number));

    Task<HostAnswer<Listing<ChangedFile>>> IPullRequests.ListFiles(int number, CancellationToken cancellation) =>
        Do("pull files", () => new Listing<ChangedFile>(Changed, true));

    Task<HostAnswer<Listing<Commit>>> IPullRequests.ListCommits(int number, CancellationToken cancellation) =>
        throw new NotSupportedException();

    Task<HostAnswer<Listing<PullRequest>>> IPullRequests.ListOfCommit(string sha, CancellationToken cancellation) =>
        throw new NotSupportedException();

    Task<HostAnswer<Listing<PullRequest>>> IPullRequests.ListOfBranch(string owner, string branch, CancellationToken cancellation) =>
        Do("pull list", () => new Listing<PullRequest>([Pull(7)], true));

    Task<HostAnswer<Listing<Review>>> IReviews.List(int pullRequest, CancellationToken cancellation) => throw new NotSupportedException();

    Task<HostAnswer<Listing<ReviewComment>>> IReviews.ListComments(int pullRequest, CancellationToken cancellation) => Do(
        "review comments",
        () => new Listing<ReviewComment>([.. Reviewed.SelectMany(review => review.Comments).Select(AsShown)], true));

    Task<HostAnswer<Review>> IReviews.Create(
        int pullRequest, NewReview review, Func<Review, bool>? isThisOne, CancellationToken cancellation) => Do("review create", () =>
        {
            Reviewed.Add(review);
            return new Review
            {
                Id = ++lastId,
                Author = Bot,
                State = ReviewState.Commented,
                CommitSha = review.CommitSha,
                SubmittedAt = null,
                Body = review.Body,
            };
        });

    private static ReviewComment AsShown(NewReviewComment comment) => new()
    {
        Id = 1,
        ReviewId = 1,
        Author = Bot,
        Path = comment.Path,
        Line = comment.Line,
        CommitSha = Reports.Commit,
        Body = comment.Body,
    };

    private PullRequest Pull(int number) => new()
    {
        Number = number,
        IsOpen = true,
        IsMerged = false,
        IsDraft = false,
        IsLocked = false,
        Author = null,
        Head = new("topic", Head, "fork/r", 2),
        Base = new("main", "2222222222222222222222222222222222222222", "o/r", 1),
        Labels = [],
        MergeableState = "",
        IsAutoMerge = false,
        CommitCount = null,
        ChangedFileCount = null,
        Url = null,
    };

    private Task<HostAnswer<T>> Do<T>(string operation, Func<T> act)
    {
        Operations.Add(operation);
        HostAnswer<T> answer = Before(operation) is { } kind
            ? new HostProblem { Kind = kind, Operation = operation, Request = "X /", Message = "it failed" }
            : act();
        return Task.FromResult(answer);
    }
}
