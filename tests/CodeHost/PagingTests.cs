using PolicyGate.CodeHost.GitHub;
using PolicyGate.CodeHost.Tests.Scripted;

namespace PolicyGate.CodeHost.Tests;

public sealed class PagingTests
{
    private const string First = "GET /repos/octo/platform/issues/7/comments?per_page=100";

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Every_page_is_read_where_github_says_it_is()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On(First, 200, $"[{Json.Comment(1, "a")}]", "Link: <https://api.github.com/repositories/5/issues/7/comments?per_page=100&page=2>; rel=\"next\", <https://api.github.com/x>; rel=\"last\"")
            .On("GET /repositories/5/issues/7/comments?per_page=100&page=2", 200, $"[{Json.Comment(2, "b")}]", "Link: <https://api.github.com/y>; rel=\"prev\"");
        using var client = gitHub.Client();

        Listing<Comment> comments = (await client.Comments.List(7, None)).Value!;

        comments.Items.Select(comment => comment.Body).ShouldBe(["a", "b"]);
        comments.IsComplete.ShouldBeTrue();
        gitHub.ShouldBeOver();
    }

    [Theory]
    [InlineData("https://evil.example/repos/octo/platform/issues/7/comments?page=2")]
    [InlineData("http://api.github.com/repos/octo/platform/issues/7/comments?page=2")]
    [InlineData("https://api.github.com:8443/repos/octo/platform/issues/7/comments?page=2")]
    [InlineData("https://api.github.com.evil.example/page2")]
    [InlineData("//evil.example/page2")]
    public async Task The_token_does_not_follow_a_link_to_somewhere_else(string next)
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(First, 200, $"[{Json.Comment(1, "a")}]", $"Link: <{next}>; rel=\"next\"");
        using var client = gitHub.Client();

        HostProblem problem = (await client.Comments.List(7, None)).Problem!;

        problem.Kind.ShouldBe(HostProblemKind.Unreadable);
        problem.Message.ShouldEndWith(", where the token is not sent");
    }

    [Fact]
    public async Task A_list_with_a_page_missing_is_no_list()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On(First, 200, $"[{Json.Comment(1, "a")}]", "Link: <https://api.github.com/page2>; rel=\"next\"")
            .On("GET /page2", 404, """{ "message": "Not Found" }""");
        using var client = gitHub.Client();

        (await client.Comments.List(7, None)).Problem!.Kind.ShouldBe(HostProblemKind.NotFound);
    }

    [Fact]
    public async Task Links_in_a_circle_come_to_an_end_and_the_list_is_incomplete()
    {
        using ScriptedGitHub gitHub = new();
        string next = "Link: <https://api.github.com/repos/octo/platform/issues/7/comments?per_page=100>; rel=\"next\"";
        for (int page = 0; page < 100; page++)
        {
            gitHub.On(First, 200, $"[{Json.Comment(1, "a")}]", next);
        }

        using var client = gitHub.Client();

        Listing<Comment> comments = (await client.Comments.List(7, None)).Value!;

        comments.IsComplete.ShouldBeFalse();
        gitHub.ShouldBeOver();
    }

    [Fact]
    public async Task Where_github_stops_counting_the_list_is_incomplete()
    {
        string Commits(int count) => $"[{string.Join(',', Enumerable.Repeat($$"""{ "sha": "{{Json.Sha}}", "author": {}, "commit": {} }""", count))}]";
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On("GET /repos/octo/platform/pulls/7/commits?per_page=100", 200, Commits(GitHubLimits.CommitsPerPullRequest))
            .On("GET /repos/octo/platform/pulls/8/commits?per_page=100", 200, Commits(GitHubLimits.CommitsPerPullRequest - 1));
        using var client = gitHub.Client();

        (await client.PullRequests.ListCommits(7, None)).Value!.IsComplete.ShouldBeFalse();
        (await client.PullRequests.ListCommits(8, None)).Value!.IsComplete.ShouldBeTrue();
    }
}
