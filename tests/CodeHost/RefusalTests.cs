using PolicyGate.CodeHost.GitHub;
using PolicyGate.CodeHost.Tests.Scripted;

namespace PolicyGate.CodeHost.Tests;

/// <summary>What the reader of a log sees when GitHub says no.</summary>
public sealed class RefusalTests
{
    private const string Read = "GET /repos/octo/platform";
    private const string CreateRun = "POST /repos/octo/platform/check-runs";

    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData(401, """{ "message": "Bad credentials" }""", HostProblemKind.Unauthorized,
        "could not create the check run: GitHub does not accept the token: Bad credentials; give a token that is valid and not expired (POST /repos/octo/platform/check-runs, HTTP 401)")]
    [InlineData(403, """{ "message": "Resource not accessible by integration" }""", HostProblemKind.Forbidden,
        "could not create the check run: the token may not do this: Resource not accessible by integration; it needs `checks: write`; the token of a pull request from a fork or by Dependabot can only read, whatever the workflow says (POST /repos/octo/platform/check-runs, HTTP 403)")]
    [InlineData(403, """{ "message": "Resource not accessible by personal access token" }""", HostProblemKind.Forbidden,
        "could not create the check run: the token may not do this: Resource not accessible by personal access token; it needs `contents: read` and `pull-requests: write` or `issues: write`; the token of a pull request from a fork or by Dependabot can only read, whatever the workflow says (POST /repos/octo/platform/check-runs, HTTP 403, request C0DE:1)",
        "X-Accepted-GitHub-Permissions: contents=read,pull_requests=write; issues=write", "x-github-request-id: C0DE:1")]
    [InlineData(403, """{ "message": "Unable to create comment because issue is locked." }""", HostProblemKind.Forbidden,
        "could not create the check run: the token may not do this: Unable to create comment because issue is locked.; it needs `checks: write` (POST /repos/octo/platform/check-runs, HTTP 403)")]
    [InlineData(404, """{ "message": "Not Found" }""", HostProblemKind.NotFound,
        "could not create the check run: it is not there, or the token may not see it: Not Found; check that octo/platform is the right repository, and that the token may read it (`checks: write`) (POST /repos/octo/platform/check-runs, HTTP 404)")]
    [InlineData(410, """{ "message": "This issue was deleted" }""", HostProblemKind.Gone,
        "could not create the check run: it was there and is deleted or switched off: This issue was deleted (POST /repos/octo/platform/check-runs, HTTP 410)")]
    [InlineData(422, """{ "message": "Validation Failed", "errors": [{ "resource": "CheckRun", "field": "head_sha", "code": "custom", "message": "No commit found" }, "and more"] }""", HostProblemKind.Unprocessable,
        "could not create the check run: GitHub does not accept the request: Validation Failed: CheckRun head_sha custom No commit found; and more (POST /repos/octo/platform/check-runs, HTTP 422)")]
    [InlineData(422, """{ "message": "Validation Failed", "errors": "No commit found" }""", HostProblemKind.Unprocessable,
        "could not create the check run: GitHub does not accept the request: Validation Failed: No commit found (POST /repos/octo/platform/check-runs, HTTP 422)")]
    [InlineData(409, "<html>", HostProblemKind.Unprocessable,
        "could not create the check run: GitHub does not accept the request (POST /repos/octo/platform/check-runs, HTTP 409)")]
    [InlineData(501, "{}", HostProblemKind.Unavailable,
        "could not create the check run: GitHub failed; run it again; see www.githubstatus.com (POST /repos/octo/platform/check-runs, HTTP 501)")]
    public async Task Each_refusal_says_what_is_wrong_and_what_to_do(
        int status, string body, HostProblemKind kind, string expected, params string[] headers)
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(CreateRun, status, body, headers);
        using GitHubHost client = gitHub.Client();

        HostProblem problem = (await client.CheckRuns.Create(
            new() { Name = "policygate", HeadSha = Json.Sha, Status = CheckStatus.Queued, ExternalId = "x" }, None)).Problem!;

        problem.ToString().ShouldBe(expected);
        problem.Kind.ShouldBe(kind);
        problem.HttpStatus.ShouldBe(status);
        gitHub.Time.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_host_says_cannot_act_on_a_terminal_or_log()
    {
        string hostile = "a\\u001b[2Jb\\n::error::c\\u202ed" + new string('x', 100_000);
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(
            Read, 422, $$"""{ "message": "{{hostile}}" }""", "x-github-request-id: \u001b[31m");
        using GitHubHost client = gitHub.Client();

        string text = (await client.Contents.GetRepository(None)).Problem!.ToString();

        text.ShouldStartWith("could not read the repository: GitHub does not accept the request: a\\u{1B}[2Jb ::error::c\\u{202E}dxxx");
        text.Any(char.IsControl).ShouldBeFalse();
        text.Length.ShouldBeLessThan(1_000);
    }

    [Theory]
    [InlineData(422, """{ "message": "your token TOKEN is nice" }""")]
    [InlineData(301, "{}", "Location: https://evil.example/TOKEN")]
    [InlineData(301, "{}", "Location: https://TOKEN.example/")]
    [InlineData(401, "{}", "x-github-request-id: TOKEN")]
    [InlineData(403, "{}", "X-Accepted-GitHub-Permissions: TOKEN=read")]
    public async Task The_token_is_in_no_message_even_if_the_host_sends_it_back(int status, string body, params string[] headers)
    {
        string With(string text) => text.Replace("TOKEN", ScriptedGitHub.Token, StringComparison.Ordinal);
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(Read, status, With(body), [.. headers.Select(With)]);
        using GitHubHost client = gitHub.Client();

        HostProblem problem = (await client.Contents.GetRepository(None)).Problem!;

        problem.ToString().ShouldNotContain(ScriptedGitHub.Token, Case.Insensitive);
        problem.ToString().ShouldContain("***");
    }

    [Theory]
    [InlineData("""{ "id": "five", "full_name": "octo/platform" }""", "at $.id")]
    [InlineData("""{ "id": 5, "full_name": null }""", "at $.full_name")]
    [InlineData("""{ "id": 5, "full_name": "../..", "default_branch": "main" }""", "describes")]
    [InlineData("""{ "id": 5 }""", "at $")]
    [InlineData("null", "describes")]
    [InlineData("[]", "at $")]
    public async Task An_answer_of_another_shape_says_where_it_differs(string body, string place)
    {
        using ScriptedGitHub gitHub = new();
        for (int attempt = 0; attempt < 5; attempt++)
        {
            gitHub.On(Read, 200, body);
        }

        using GitHubHost client = gitHub.Client();

        HostProblem problem = (await client.Contents.GetRepository(None)).Problem!;

        problem.Kind.ShouldBe(HostProblemKind.Unreadable);
        problem.Message.ShouldBe($"the answer ({body.Length} bytes, application/json) is not what GitHub's API describes{(place == "describes" ? "" : " " + place)}");
    }

    [Fact]
    public async Task More_than_a_page_can_be_is_not_read()
    {
        using ScriptedGitHub gitHub = new();
        gitHub.Answer(Read, _ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Endless()) }));
        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetRepository(None)).Problem!.Message.ShouldBe("the answer is larger than 33554432 bytes");
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
