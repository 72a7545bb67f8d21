using PolicyGate.CodeHost.GitHub;
using PolicyGate.CodeHost.Tests.Scripted;

namespace PolicyGate.CodeHost.Tests;

public sealed class RateLimitTests
{
    private const string Read = "GET /repos/octo/platform";
    private const string Write = "POST /repos/octo/platform/issues/7/comments";

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Each line: what GitHub answers, and how long is waited until the same is asked again.</summary>
    [Theory]
    [InlineData(429, "{}", 17, "Retry-After: 17")]
    [InlineData(403, Json.SecondaryLimit, 17, "Retry-After: 17")]
    [InlineData(403, "{}", 1, "Retry-After: 0")]
    [InlineData(429, "{}", 90, "Retry-After: Sat, 14 Mar 2026 10:01:30 GMT", "Date: Sat, 14 Mar 2026 10:00:00 GMT")]
    [InlineData(403, """{ "message": "API rate limit exceeded" }""", 45, "x-ratelimit-remaining: 0", "x-ratelimit-reset: 1773482445", "Date: Sat, 14 Mar 2026 10:00:00 GMT")]
    [InlineData(403, "", 45, "x-ratelimit-remaining: 0", "x-ratelimit-reset: 1773482445", "Date: Sat, 14 Mar 2026 10:00:00 GMT")]
    [InlineData(403, Json.SecondaryLimit, 60)]
    [InlineData(403, Json.SecondaryLimit, 60, "x-ratelimit-remaining: 4000", "x-ratelimit-reset: 1773482445")]
    [InlineData(429, "<html>slow down</html>", 60)]
    [InlineData(429, "{}", 60, "Retry-After: soon", "x-ratelimit-reset: -1")]
    public async Task One_waits_as_long_as_github_says_and_a_minute_when_it_does_not(int status, string body, int seconds, params string[] headers)
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(Write, status, body, headers).On(Write, 201, Json.Comment(1, "a"));
        using GitHubHost client = gitHub.Client();

        (await client.Comments.Create(7, "a", isThisOne: null, None)).IsGiven.ShouldBeTrue();

        gitHub.Time.Waits.ShouldBe([seconds]);
        gitHub.ShouldBeOver();
    }

    [Fact]
    public async Task Waiting_grows_and_comes_to_an_end()
    {
        using ScriptedGitHub gitHub = new();
        for (int attempt = 0; attempt < 4; attempt++)
        {
            gitHub.On(Read, 403, Json.SecondaryLimit);
        }

        using GitHubHost client = gitHub.Client();

        HostProblem problem = (await client.Contents.GetRepository(None)).Problem!;

        gitHub.Time.Waits.ShouldBe([60, 120, 240]);
        problem.ToString().ShouldBe(
            "could not read the repository: GitHub's rate limit is reached: You have exceeded a secondary rate limit. Please wait a few minutes.; "
            + "waiting longer than 10 min in all is not allowed to this run; run it again later (GET /repos/octo/platform, HTTP 403)");
        problem.Kind.ShouldBe(HostProblemKind.RateLimited);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_not_begun()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(Read, 429, "{}", "Retry-After: 3600");
        using GitHubHost client = gitHub.Client();

        HostProblem problem = (await client.Contents.GetRepository(None)).Problem!;

        problem.Advice.ShouldBe("GitHub asks to wait 60 min, of 10 min that this run may wait in all, 10 min are left; run it again later");
        gitHub.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_waiting_of_a_run_counts_together()
    {
        using ScriptedGitHub gitHub = new() { WaitBudget = TimeSpan.FromSeconds(100) };
        gitHub.On(Read, 429, "{}", "Retry-After: 60").On(Read, 200, Json.Repository).On(Read, 429, "{}", "Retry-After: 60");
        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetRepository(None)).IsGiven.ShouldBeTrue();
        (await client.Contents.GetRepository(None)).Problem!.Kind.ShouldBe(HostProblemKind.RateLimited);

        gitHub.Time.Waits.ShouldBe([60]);
    }

    [Fact]
    public async Task A_missing_permission_is_no_limit()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(
            Write, 403, """{ "message": "Resource not accessible by integration" }""", "x-ratelimit-remaining: 0", "x-ratelimit-reset: 1773482445");
        using GitHubHost client = gitHub.Client();

        (await client.Comments.Create(7, "a", isThisOne: null, None)).Problem!.Kind.ShouldBe(HostProblemKind.Forbidden);

        gitHub.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_writes_get_a_pause_each_and_few_get_none()
    {
        using ScriptedGitHub gitHub = new();
        using GitHubHost client = gitHub.Client();
        for (int write = 0; write < 13; write++)
        {
            gitHub.On(Write, 201, Json.Comment(1, "a")).On(Read, 200, Json.Repository);
            await client.Comments.Create(7, "a", isThisOne: null, None);
            await client.Contents.GetRepository(None);
        }

        gitHub.Time.Waits.ShouldBe([1, 1, 1]);
    }
}
