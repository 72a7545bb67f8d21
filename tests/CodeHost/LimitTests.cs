using System.Collections.Immutable;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.CodeHost.Tests.Scripted;

namespace PolicyGate.CodeHost.Tests;

/// <summary>What GitHub would refuse is never sent, and what it takes is.</summary>
public sealed class LimitTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Annotation Place = new() { Path = "a/b.yaml", StartLine = 1, EndLine = 1, Level = AnnotationLevel.Failure, Message = "m" };

    private static readonly CheckOutput Output = new() { Title = "t", Summary = "s" };

    private static readonly NewCommitStatus Status = new() { State = StatusState.Success, Context = "gate" };

    private static readonly NewReviewComment Line = new() { Path = "a.yaml", Line = 2, Body = "b" };

    private static readonly NewReview Review = new() { CommitSha = Json.Sha, Body = "b", Comments = [Line] };

    private static readonly Dictionary<string, CheckOutput> TooMuchToCheck = new()
    {
        ["a blank title"] = Output with { Title = " " },
        ["a long title"] = Output with { Title = Of(GitHubLimits.CheckTitleCharacters + 1) },
        ["a long summary"] = Output with { Summary = Of(GitHubLimits.CheckSummaryBytes + 1) },
        ["a summary of many bytes"] = Output with { Summary = Of(GitHubLimits.CheckSummaryBytes / 2 + 1, 'é') },
        ["a long text"] = Output with { Text = Of(GitHubLimits.CheckTextBytes + 1) },
        ["51 annotations"] = With([.. Enumerable.Repeat(Place, GitHubLimits.AnnotationsPerRequest + 1)]),
        ["a blank message"] = With(Place with { Message = "\n" }),
        ["a long message"] = With(Place with { Message = Of(GitHubLimits.AnnotationMessageBytes + 1) }),
        ["long details"] = With(Place with { RawDetails = Of(GitHubLimits.AnnotationRawDetailsBytes + 1) }),
        ["a long annotation title"] = With(Place with { Title = Of(GitHubLimits.AnnotationTitleCharacters + 1) }),
        ["an absolute path"] = With(Place with { Path = "/etc/passwd" }),
        ["a path upwards"] = With(Place with { Path = "a/../b" }),
        ["a path of Windows"] = With(Place with { Path = "a\\b" }),
        ["line 0"] = With(Place with { StartLine = 0, EndLine = 0 }),
        ["an end before the start"] = With(Place with { StartLine = 3, EndLine = 2 }),
        ["columns over lines"] = With(Place with { EndLine = 2, StartColumn = 1 }),
        ["column 0"] = With(Place with { StartColumn = 0 }),
        ["columns backwards"] = With(Place with { StartColumn = 5, EndColumn = 4 }),
    };

    private static readonly Dictionary<string, NewCheckRun> WrongRuns = new()
    {
        ["no name"] = Run() with { Name = "" },
        ["a short commit id"] = Run() with { HeadSha = "0123456" },
        ["completed without a conclusion"] = Run() with { Status = CheckStatus.Completed },
        ["a conclusion before the end"] = Run() with { Conclusion = CheckConclusion.Success },
        ["a conclusion of GitHub's own"] = Run() with { Status = CheckStatus.Completed, Conclusion = CheckConclusion.Stale },
        ["a status of GitHub's own"] = Run() with { Status = CheckStatus.Other },
        ["an address that runs"] = Run() with { DetailsUrl = new Uri("javascript:alert(1)") },
    };

    private static readonly Dictionary<string, NewCommitStatus> WrongStatuses = new()
    {
        ["a long description"] = Status with { Description = Of(GitHubLimits.StatusDescriptionCharacters + 1) },
        ["a long context"] = Status with { Context = Of(GitHubLimits.StatusContextCharacters + 1) },
        ["no context"] = Status with { Context = "" },
        ["an address that runs"] = Status with { TargetUrl = new Uri("javascript:alert(1)") },
        ["no state"] = Status with { State = StatusState.Other },
    };

    private static readonly Dictionary<string, NewReview> WrongReviews = new()
    {
        ["a blank body"] = Review with { Body = "" },
        ["a long body"] = Review with { Body = Of(GitHubLimits.CommentCharacters + 1) },
        ["a long comment"] = Review with { Comments = [Line with { Body = Of(GitHubLimits.CommentCharacters + 1) }] },
        ["a start after the end"] = Review with { Comments = [Line with { StartLine = 3 }] },
        ["line 0"] = Review with { Comments = [Line with { Line = 0 }] },
    };

    public static TheoryData<string> Outputs => [.. TooMuchToCheck.Keys];

    public static TheoryData<string> Runs => [.. WrongRuns.Keys];

    public static TheoryData<string> Statuses => [.. WrongStatuses.Keys];

    public static TheoryData<string> Reviews => [.. WrongReviews.Keys];

    [Theory]
    [MemberData(nameof(Outputs))]
    public Task A_check_run_does_not_show(string output) => IsNotSent(async client =>
    {
        await Should.ThrowAsync<ArgumentException>(() => client.CheckRuns.Create(Run() with { Output = TooMuchToCheck[output] }, None));
        await Should.ThrowAsync<ArgumentException>(() => client.CheckRuns.Update(11, new() { Output = TooMuchToCheck[output] }, None));
    });

    [Theory]
    [MemberData(nameof(Runs))]
    public Task A_check_run_does_not_have(string run) =>
        IsNotSent(client => Should.ThrowAsync<ArgumentException>(() => client.CheckRuns.Create(WrongRuns[run], None)));

    [Theory]
    [MemberData(nameof(Statuses))]
    public Task A_status_does_not_have(string status) =>
        IsNotSent(client => Should.ThrowAsync<ArgumentException>(() => client.Statuses.Create(Json.Sha, WrongStatuses[status], None)));

    [Theory]
    [MemberData(nameof(Reviews))]
    public Task A_review_does_not_have(string review) =>
        IsNotSent(client => Should.ThrowAsync<ArgumentException>(() => client.Reviews.Create(7, WrongReviews[review], null, None)));

    [Theory]
    [InlineData(0)]
    [InlineData(GitHubLimits.CommentCharacters + 1)]
    public Task A_comment_is_not_blank_and_not_longer_than_github_takes(int length) => IsNotSent(async client =>
    {
        await Should.ThrowAsync<ArgumentException>(() => client.Comments.Create(7, Of(length), null, None));
        await Should.ThrowAsync<ArgumentException>(() => client.Comments.Update(7, Of(length), None));
    });

    [Fact]
    public async Task What_is_exactly_at_the_limits_is_sent()
    {
        Annotation full = Place with
        {
            Message = Of(GitHubLimits.AnnotationMessageBytes),
            RawDetails = Of(GitHubLimits.AnnotationRawDetailsBytes),
            Title = Of(GitHubLimits.AnnotationTitleCharacters),
            StartColumn = 1,
            EndColumn = 1,
        };
        NewCheckRun run = Run() with
        {
            Name = Of(GitHubLimits.CheckTitleCharacters),
            Output = new()
            {
                Title = Of(GitHubLimits.CheckTitleCharacters),
                Summary = Of(GitHubLimits.CheckSummaryBytes),
                Text = Of(GitHubLimits.CheckTextBytes),
                Annotations = [.. Enumerable.Repeat(full, GitHubLimits.AnnotationsPerRequest)],
            },
        };
        NewCommitStatus status = Status with
        {
            Description = Of(GitHubLimits.StatusDescriptionCharacters),
            Context = Of(GitHubLimits.StatusContextCharacters),
        };
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On("POST /repos/octo/platform/check-runs", 201, Json.CheckRun(50))
            .On($"POST /repos/octo/platform/statuses/{Json.Sha}", 201, """{ "id": 1, "state": "success", "context": "c" }""")
            .On("POST /repos/octo/platform/issues/7/comments", 201, Json.Comment(1, "a"));
        using GitHubHost client = gitHub.Client();

        (await client.CheckRuns.Create(run, None)).IsGiven.ShouldBeTrue();
        (await client.Statuses.Create(Json.Sha, status, None)).IsGiven.ShouldBeTrue();
        (await client.Comments.Create(7, Of(GitHubLimits.CommentCharacters), null, None)).IsGiven.ShouldBeTrue();

        gitHub.ShouldBeOver();
    }

    private static NewCheckRun Run() => new() { Name = "policygate", HeadSha = Json.Sha, Status = CheckStatus.Queued };

    private static CheckOutput With(params ImmutableArray<Annotation> annotations) => Output with { Annotations = annotations };

    private static string Of(int length, char character = 'x') => new(character, length);

    private static async Task IsNotSent(Func<GitHubHost, Task> act)
    {
        using ScriptedGitHub gitHub = new();
        using GitHubHost client = gitHub.Client();
        await act(client);
        gitHub.Received.ShouldBeEmpty();
    }
}
