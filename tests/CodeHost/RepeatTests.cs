using System.Collections.Immutable;
using System.Net.Sockets;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.CodeHost.Tests.Scripted;

namespace PolicyGate.CodeHost.Tests;

/// <summary>What is asked again after a failure, and what must not be done twice.</summary>
public sealed class RepeatTests
{
    private const string Read = "GET /repos/octo/platform";
    private const string CreateRun = "POST /repos/octo/platform/check-runs";
    private const string FindRun = $"GET /repos/octo/platform/commits/{Json.Sha}/check-runs?check_name=policygate&filter=all&per_page=100";
    private const string UpdateRun = "PATCH /repos/octo/platform/check-runs/11";
    private const string ReadRun = "GET /repos/octo/platform/check-runs/11";
    private const string Write = "POST /repos/octo/platform/issues/7/comments";
    private const string FindComment = "GET /repos/octo/platform/issues/7/comments?per_page=100";

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly NewCheckRun Run = new() { Name = "policygate", HeadSha = Json.Sha, Status = CheckStatus.InProgress, ExternalId = "run-1" };

    public static TheoryData<string> Failures => ["500", "502", "503", "504", "reset", "ends early", "hangs", "a portal's page", "cut off", "empty"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_read_is_repeated_after_growing_pauses(string failure)
    {
        using ScriptedGitHub gitHub = new();
        Fail(gitHub, Read, failure);
        Fail(gitHub, Read, failure);
        gitHub.On(Read, 200, Json.Repository);
        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetRepository(None)).IsGiven.ShouldBeTrue();

        gitHub.Time.Waits.ShouldBe([1, 2]);
        gitHub.ShouldBeOver();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_host_that_stays_broken_is_a_problem_and_no_exception(string failure)
    {
        using ScriptedGitHub gitHub = new();
        for (int attempt = 0; attempt < 5; attempt++)
        {
            Fail(gitHub, Read, failure);
        }

        using GitHubHost client = gitHub.Client();

        HostProblem problem = (await client.Contents.GetRepository(None)).Problem!;

        problem.Kind.ShouldBe(
            failure is "a portal's page" or "cut off" or "empty" ? HostProblemKind.Unreadable : HostProblemKind.Unavailable);
        problem.Request.ShouldBe("GET /repos/octo/platform");
        gitHub.Time.Waits.ShouldBe([1, 2, 4, 8]);
        gitHub.ShouldBeOver();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_check_run_whose_answer_was_lost_is_found_again(string failure)
    {
        using ScriptedGitHub gitHub = new();
        Fail(gitHub, CreateRun, failure);
        gitHub.On(FindRun, 200, $$"""{ "check_runs": [{{Json.CheckRun(externalId: "run-0", id: 10)}}, {{Json.CheckRun(id: 12)}}] }""");
        using GitHubHost client = gitHub.Client();

        (await client.CheckRuns.Create(Run, None)).Value!.Id.ShouldBe(12);

        gitHub.ShouldBeOver();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_check_run_that_was_not_made_is_made(string failure)
    {
        using ScriptedGitHub gitHub = new();
        Fail(gitHub, CreateRun, failure);
        gitHub.On(FindRun, 200, $$"""{ "check_runs": [{{Json.CheckRun(externalId: "run-0", id: 10)}}] }""").On(CreateRun, 201, Json.CheckRun());
        using GitHubHost client = gitHub.Client();

        (await client.CheckRuns.Create(Run, None)).Value!.Id.ShouldBe(11);

        gitHub.ShouldBeOver();
    }

    [Fact]
    public async Task Without_an_id_of_its_own_a_check_run_is_not_made_again()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(CreateRun, 502, Json.BadGateway);
        using GitHubHost client = gitHub.Client();

        (await client.CheckRuns.Create(Run with { ExternalId = "" }, None)).Problem!.Kind.ShouldBe(HostProblemKind.Unavailable);

        gitHub.ShouldBeOver();
    }

    [Fact]
    public async Task When_the_look_fails_too_nothing_is_done_again()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(CreateRun, 502, Json.BadGateway).On(FindRun, 403, "{}");
        using GitHubHost client = gitHub.Client();

        HostProblem problem = (await client.CheckRuns.Create(Run, None)).Problem!;

        problem.Request.ShouldBe("POST /repos/octo/platform/check-runs");
        gitHub.ShouldBeOver();
    }

    [Fact]
    public async Task Even_after_the_last_attempt_one_looks_whether_it_was_done()
    {
        using ScriptedGitHub gitHub = new();
        for (int attempt = 0; attempt < 5; attempt++)
        {
            string found = attempt < 4 ? "" : Json.CheckRun();
            gitHub.On(CreateRun, 502, Json.BadGateway).On(FindRun, 200, $$"""{ "check_runs": [{{found}}] }""");
        }

        using GitHubHost client = gitHub.Client();

        (await client.CheckRuns.Create(Run, None)).Value!.Id.ShouldBe(11);
    }

    [Theory]
    [InlineData(150, false)]
    [InlineData(100, true)]
    public async Task A_batch_of_annotations_is_not_added_twice(int found, bool isSentAgain)
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(UpdateRun, 504, Json.BadGateway).On(ReadRun, 200, Json.CheckRun(found));
        if (isSentAgain)
        {
            gitHub.On(UpdateRun, 200, Json.CheckRun(150));
        }

        using GitHubHost client = gitHub.Client();

        (await client.CheckRuns.Update(11, Batch(50) with { AnnotationsBefore = 100 }, None)).Value!.AnnotationCount.ShouldBe(150);

        gitHub.ShouldBeOver();
    }

    [Fact]
    public async Task A_batch_that_nobody_counted_is_sent_once()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(UpdateRun, 504, Json.BadGateway);
        using GitHubHost client = gitHub.Client();

        (await client.CheckRuns.Update(11, Batch(1), None)).Problem!.Kind.ShouldBe(HostProblemKind.Unavailable);
    }

    [Fact]
    public async Task The_conclusion_is_set_again_without_a_look()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(UpdateRun, 504, Json.BadGateway).On(UpdateRun, 200, Json.CheckRun());
        using GitHubHost client = gitHub.Client();
        CheckRunUpdate end = new() { Status = CheckStatus.Completed, Conclusion = CheckConclusion.Failure };

        (await client.CheckRuns.Update(11, end, None)).IsGiven.ShouldBeTrue();

        gitHub.Received[0].Body.ShouldBe(gitHub.Received[1].Body);
    }

    [Fact]
    public async Task A_comment_is_found_by_what_the_caller_says_and_not_by_what_anybody_wrote()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .Breaks(Write, new HttpIOException(HttpRequestError.ResponseEnded))
            .On(FindComment, 200, $"[{Json.Comment(1, "mark", "mallory", "User")}]")
            .On(Write, 502, Json.BadGateway)
            .On(FindComment, 200, $"[{Json.Comment(1, "mark", "mallory", "User")}, {Json.Comment(2, "mark")}]");
        using GitHubHost client = gitHub.Client();

        HostAnswer<Comment> answer = await client.Comments.Create(
            7, "mark", comment => comment is { Body: "mark", Author.Kind: AccountKind.Bot }, None);

        answer.Value!.Id.ShouldBe(2);
        gitHub.ShouldBeOver();
    }

    [Fact]
    public async Task A_status_that_says_the_same_already_is_not_set_again()
    {
        const string Set = $"POST /repos/octo/platform/statuses/{Json.Sha}";
        const string Find = $"GET /repos/octo/platform/commits/{Json.Sha}/statuses?per_page=100";
        const string Found = """[{ "id": 3, "state": "success", "context": "gate", "description": null }, { "id": 2, "state": "failure", "context": "gate" }]""";
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On(Set, 502, Json.BadGateway).On(Find, 200, Found)
            .On(Set, 502, Json.BadGateway).On(Find, 200, Found).On(Set, 201, """{ "id": 4, "state": "failure", "context": "gate" }""");
        using GitHubHost client = gitHub.Client();

        (await client.Statuses.Create(Json.Sha, new() { State = StatusState.Success, Context = "gate" }, None)).Value!.Id.ShouldBe(3);
        (await client.Statuses.Create(Json.Sha, new() { State = StatusState.Failure, Context = "gate" }, None)).Value!.Id.ShouldBe(4);

        gitHub.ShouldBeOver();
    }

    [Fact]
    public async Task What_was_never_sent_is_sent_again_without_a_look()
    {
        HttpRequestException refused = new(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));
        using ScriptedGitHub gitHub = new ScriptedGitHub().Breaks(Write, refused).On(Write, 201, Json.Comment(1, "a"));
        using GitHubHost client = gitHub.Client();

        (await client.Comments.Create(7, "a", isThisOne: null, None)).Value!.Id.ShouldBe(1);
    }

    [Fact]
    public async Task A_comment_that_is_gone_is_deleted()
    {
        const string Delete = "DELETE /repos/octo/platform/issues/comments/9";
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(Delete, 502, Json.BadGateway).On(Delete, 404, "{}");
        using GitHubHost client = gitHub.Client();

        (await client.Comments.Delete(9, None)).IsGiven.ShouldBeTrue();
    }

    [Fact]
    public async Task A_host_that_says_when_it_is_back_is_left_alone_until_then()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(Read, 503, "", "Retry-After: 7").On(Read, 200, Json.Repository);
        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetRepository(None)).IsGiven.ShouldBeTrue();

        gitHub.Time.Waits.ShouldBe([7]);
    }

    [Fact]
    public async Task Whoever_cancels_is_heard_at_once()
    {
        using CancellationTokenSource cancellation = new();
        using ScriptedGitHub gitHub = new();
        gitHub.Answer(Read, async stop =>
        {
            await cancellation.CancelAsync();
            stop.ThrowIfCancellationRequested();
            throw new InvalidOperationException("not cancelled");
        });
        using GitHubHost client = gitHub.Client();

        await Should.ThrowAsync<OperationCanceledException>(() => client.Contents.GetRepository(cancellation.Token));
    }

    private static void Fail(ScriptedGitHub gitHub, string request, string failure) => _ = failure switch
    {
        "reset" => gitHub.Breaks(request, new HttpRequestException("reset", new IOException("by peer"))),
        "ends early" => gitHub.Breaks(request, new HttpIOException(HttpRequestError.ResponseEnded)),
        "hangs" => gitHub.Hangs(request),
        "a portal's page" => gitHub.On(request, 200, "<html>log in</html>", "Content-Type: text/html"),
        "cut off" => gitHub.On(request, 200, Json.Repository[..20]),
        "empty" => gitHub.On(request, 200, ""),
        _ => gitHub.On(request, int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture), Json.BadGateway),
    };

    private static CheckRunUpdate Batch(int annotations)
    {
        Annotation one = new() { Path = "a.yaml", StartLine = 1, EndLine = 1, Level = AnnotationLevel.Warning, Message = "m" };
        ImmutableArray<Annotation> all = [.. Enumerable.Repeat(one, annotations)];
        return new() { Output = new() { Title = "t", Summary = "s", Annotations = all } };
    }
}
