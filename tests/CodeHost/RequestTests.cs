using PolicyGate.CodeHost.Tests.Scripted;

namespace PolicyGate.CodeHost.Tests;

/// <summary>What every request carries, and what cannot get into an address.</summary>
public sealed class RequestTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_request_says_who_asks_for_what_in_which_version()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On("GET /repos/octo/platform", 200, Json.Repository);
        using var client = gitHub.Client();

        (await client.Contents.GetRepository(None)).Value!.DefaultBranch.ShouldBe("main");

        Dictionary<string, string> headers = gitHub.Received.Single().Headers;
        headers["Accept"].ShouldBe("application/vnd.github+json");
        headers["User-Agent"].ShouldBe("policygate/1.2.3");
        headers["X-GitHub-Api-Version"].ShouldBe("2022-11-28");
        headers["Authorization"].ShouldBe($"Bearer {ScriptedGitHub.Token}");
    }

    [Fact]
    public async Task An_enterprise_server_is_asked_below_its_own_path()
    {
        using ScriptedGitHub gitHub = new() { Api = "https://github.example.com/api/v3" };
        gitHub.On("GET /repos/octo/platform", 200, Json.Repository);
        using var client = gitHub.Client();

        (await client.Contents.GetRepository(None)).IsGiven.ShouldBeTrue();
    }

    [Fact]
    public async Task A_body_is_json_without_what_was_not_said()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On("POST /repos/octo/platform/check-runs", 201, Json.CheckRun());
        using var client = gitHub.Client();

        await client.CheckRuns.Create(new() { Name = "policygate", HeadSha = Json.Sha, Status = CheckStatus.InProgress }, None);

        gitHub.Received.Single().Headers["Content-Type"].ShouldBe("application/json; charset=utf-8");
        gitHub.Received.Single().Body.ShouldBe($$"""{"name":"policygate","head_sha":"{{Json.Sha}}","status":"in_progress"}""");
    }

    [Theory]
    [InlineData("feature/a b", "feature%2Fa%20b")]
    [InlineData("x?per_page=1#y", "x%3Fper_page%3D1%23y")]
    [InlineData("../../../user", "..%2F..%2F..%2Fuser")]
    [InlineData("%2e%2e", "%252e%252e")]
    public async Task A_branch_cannot_change_the_address(string branch, string escaped)
    {
        using ScriptedGitHub gitHub = new();
        gitHub.On($"GET /repos/octo/platform/commits/{escaped}/statuses?per_page=100", 200, "[]");
        using var client = gitHub.Client();

        (await client.Statuses.List(branch, None)).IsGiven.ShouldBeTrue();
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task What_a_server_would_take_as_a_way_up_is_not_sent(string branch)
    {
        using ScriptedGitHub gitHub = new();
        using var client = gitHub.Client();

        await Should.ThrowAsync<ArgumentException>(() => client.Statuses.List(branch, None));
        await Should.ThrowAsync<ArgumentException>(() => client.Contents.GetFile($"docs/{branch}/CODEOWNERS", "main", None));
    }

    [Fact]
    public async Task What_was_read_before_is_only_confirmed()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On("GET /repos/octo/platform", 200, Json.Repository, "ETag: W/\"one\"")
            .On("GET /repos/octo/platform", 304, "")
            .On("GET /repos/octo/platform", 200, Json.Repository.Replace("main", "trunk", StringComparison.Ordinal), "ETag: W/\"two\"");
        using var client = gitHub.Client();

        (await client.Contents.GetRepository(None)).Value!.DefaultBranch.ShouldBe("main");
        (await client.Contents.GetRepository(None)).Value!.DefaultBranch.ShouldBe("main");
        (await client.Contents.GetRepository(None)).Value!.DefaultBranch.ShouldBe("trunk");

        gitHub.Received.Select(one => one.Headers.GetValueOrDefault("If-None-Match")).ShouldBe([null, "W/\"one\"", "W/\"one\""]);
    }

    [Fact]
    public async Task Requests_go_one_after_the_other()
    {
        int atWork = 0, most = 0;
        using ScriptedGitHub gitHub = new();
        for (int request = 0; request < 8; request++)
        {
            gitHub.Answer("GET /repos/octo/platform", async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref atWork));
                await Task.Yield();
                Interlocked.Decrement(ref atWork);
                return ScriptedGitHub.Message(200, Json.Repository);
            });
        }

        using var client = gitHub.Client();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.Contents.GetRepository(None)));

        gitHub.ShouldBeOver();
        most.ShouldBe(1);
    }
}
