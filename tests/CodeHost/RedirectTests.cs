using PolicyGate.CodeHost.GitHub;
using PolicyGate.CodeHost.Tests.Scripted;

namespace PolicyGate.CodeHost.Tests;

/// <summary>A repository that was renamed since the event.</summary>
public sealed class RedirectTests
{
    private const string Read = "GET /repos/octo/platform";
    private const string Write = "POST /repos/octo/platform/issues/7/comments";

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_write_arrives_at_the_new_address_as_it_was(int status)
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On(Write, status, "{}", "Location: https://api.github.com/repositories/5/issues/7/comments")
            .On("POST /repositories/5/issues/7/comments", 201, Json.Comment(1, "a"));
        using GitHubHost client = gitHub.Client();

        (await client.Comments.Create(7, "a", isThisOne: null, None)).IsGiven.ShouldBeTrue();

        gitHub.Received.Select(one => one.Body).ShouldBe(["""{"body":"a"}""", """{"body":"a"}"""]);
        gitHub.Received[1].Headers["Authorization"].ShouldBe($"Bearer {ScriptedGitHub.Token}");
    }

    [Fact]
    public async Task The_repository_tells_its_present_name()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On(Read, 301, "{}", "Location: /repositories/5")
            .On("GET /repositories/5", 200, Json.Repository.Replace("octo/platform", "octo/gate", StringComparison.Ordinal));
        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetRepository(None)).Value!.Name.ToString().ShouldBe("octo/gate");
    }

    [Theory]
    [InlineData("https://evil.example/repositories/5")]
    [InlineData("http://api.github.com/repositories/5")]
    [InlineData("//evil.example/")]
    [InlineData("file:///etc/passwd")]
    public async Task The_token_does_not_leave_the_host(string location)
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(Read, 301, "{}", $"Location: {location}");
        using GitHubHost client = gitHub.Client();

        HostProblem problem = (await client.Contents.GetRepository(None)).Problem!;

        problem.Kind.ShouldBe(HostProblemKind.Unreadable);
        problem.Message.ShouldEndWith(", where the token is not sent");
        gitHub.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Redirects_come_to_an_end()
    {
        using ScriptedGitHub gitHub = new();
        for (int hop = 0; hop < 6; hop++)
        {
            gitHub.On(Read, 301, "{}", "Location: /repos/octo/platform");
        }

        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetRepository(None)).Problem!.Message.ShouldBe("more than 5 redirects, one after the other");
        gitHub.ShouldBeOver();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(303)]
    [InlineData(304)]
    public async Task A_redirect_to_nowhere_is_no_answer(int status)
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(Read, status, "");
        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetRepository(None)).Problem!.Kind.ShouldBe(HostProblemKind.Unreadable);
    }
}
