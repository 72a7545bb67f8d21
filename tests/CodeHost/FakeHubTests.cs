using System.Text.Json;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.CodeHost.Tests.Scripted;
using PolicyGate.Tests.GitHub;

namespace PolicyGate.CodeHost.Tests;

/// <summary>Every operation, judged by GitHub's own description of its API, with and without faults.</summary>
public sealed class FakeHubTests(FakeHub hub) : IClassFixture<FakeHub>
{
    private const string Seed = $$"""
        { "repos": { "octo/platform": { "private": true, "default_branch": "main", "refs": { "main": "{{Json.Sha}}" },
            "files": { "*": { ".github/CODEOWNERS": "* @octo/erp-cab\n" } },
            "collaborators": { "alice": "maintain" },
            "pulls": { "7": { "head_sha": "{{Json.Sha}}", "head_ref": "topic", "base_ref": "main", "head_repo": "alice/platform", "login": "alice",
              "labels": ["urgent"], "generate_files": 230,
              "reviews": [{ "login": "bob", "state": "APPROVED", "commit_id": "{{Json.Sha}}" }] } } } },
          "teams": { "octo/erp-cab": ["bob"] },
          "redirects": { "octo/former": "octo/platform" } }
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>What happens to one request; after <c>reset_after</c> and <c>truncate</c> it was done.</summary>
    public static TheoryData<string> Faults => [
        """{ "type": "status", "status": 502 }""",
        """{ "type": "status", "status": 503, "retry_after": 3 }""",
        """{ "type": "status", "status": 504 }""",
        """{ "type": "secondary_rate_limit", "retry_after": 2 }""",
        """{ "type": "secondary_rate_limit", "retry_after": null, "status": 429 }""",
        """{ "type": "reset" }""",
        """{ "type": "reset_after" }""",
        """{ "type": "truncate" }""",
        """{ "type": "garbage" }""",
        """{ "type": "empty" }""",
    ];

    [FakeHubTheory]
    [InlineData("octo/platform", "")]
    [InlineData("octo/platform", "/api/v3")]
    [InlineData("octo/former", "")]
    public async Task Telling_is_as_github_describes_it(string repository, string path)
    {
        await hub.Seed(Seed);
        using GitHubHost client = Client(repository, path);

        CheckRun run = Given(await client.CheckRuns.Create(Run("run-1") with { StartedAt = DateTimeOffset.UtcNow, DetailsUrl = new("https://example.com/x") }, None));
        run = Given(await client.CheckRuns.Update(run.Id, Batch(50) with { AnnotationsBefore = 0 }, None));
        run = Given(await client.CheckRuns.Update(run.Id, End with { AnnotationsBefore = 50 }, None));
        run.AnnotationCount.ShouldBe(57);
        run.Conclusion.ShouldBe(CheckConclusion.Failure);
        Given(await client.CheckRuns.Get(run.Id, None)).ShouldBe(run);
        Given(await client.CheckRuns.List(Json.Sha, "policygate", None)).Items.ShouldBe([run]);
        Given(await client.CheckRuns.List(Json.Sha, null, None)).Items.Length.ShouldBe(1);
        Given(await client.CheckRuns.ListAnnotations(run.Id, None)).Items.Length.ShouldBe(57);

        NewCommitStatus status = new() { State = StatusState.Failure, Context = "policygate", Description = "closed", TargetUrl = new("https://example.com/x") };
        Given(await client.Statuses.Create(Json.Sha, status, None)).Description.ShouldBe("closed");
        Given(await client.Statuses.List("main", None)).Items.Length.ShouldBe(1);

        Comment comment = Given(await client.Comments.Create(7, "first", one => one.Body == "first", None));
        comment.App.ShouldBe("github-actions");
        Given(await client.Comments.Update(comment.Id, "second", None)).Body.ShouldBe("second");
        Given(await client.Comments.List(7, None)).Items.Single().Body.ShouldBe("second");
        (await client.Comments.Delete(comment.Id, None)).IsGiven.ShouldBeTrue();
        (await client.Comments.Delete(comment.Id, None)).IsGiven.ShouldBeTrue();

        (await hub.Violations()).ShouldBeEmpty();
        (await hub.Summary()).GetProperty("max_in_flight").GetInt32().ShouldBe(1);
    }

    [FakeHubTheory]
    [InlineData("octo/platform")]
    [InlineData("octo/former")]
    public async Task Learning_is_as_github_describes_it(string repository)
    {
        await hub.Seed(Seed);
        using GitHubHost client = Client(repository);

        Given(await client.Contents.GetRepository(None)).Name.ToString().ShouldBe("octo/platform");
        Given(await client.Contents.GetFile(".github/CODEOWNERS", "main", None)).ShouldBe("* @octo/erp-cab\n");
        (await client.Contents.GetFile("CODEOWNERS", "main", None)).Problem!.Kind.ShouldBe(HostProblemKind.NotFound);
        (await client.Contents.GetFile(".github", "main", None)).Problem!.Message.ShouldBe("it is not a file");

        PullRequest pull = Given(await client.PullRequests.Get(7, None));
        pull.IsFromFork.ShouldBeTrue();
        pull.Labels.ShouldBe(["urgent"]);
        pull.Author!.Login.ShouldBe("alice");
        Given(await client.PullRequests.ListFiles(7, None)).Items.Select(file => file.Path).Distinct().Count().ShouldBe(230);
        Given(await client.PullRequests.ListOfCommit(Json.Sha, None)).Items.Single().Number.ShouldBe(7);
        Given(await client.PullRequests.ListOfBranch("alice", "topic", None)).Items.Single().Number.ShouldBe(7);
        Given(await client.PullRequests.ListCommits(7, None)).Items.ShouldNotBeEmpty();

        Review review = Given(await client.Reviews.List(7, None)).Items.Single();
        (review.Author!.Login, review.State, review.CommitSha).ShouldBe(("bob", ReviewState.Approved, Json.Sha));
        Given(await client.Reviews.ListComments(7, None)).Items.ShouldNotBeEmpty();

        Given(await client.People.GetPermission("alice", None)).ShouldBe(new("write", "maintain"));
        Given(await client.People.GetTeamMembership("octo", "erp-cab", "bob", None)).ShouldBe(TeamMembership.Active);
        Given(await client.People.GetTeamMembership("octo", "erp-cab", "alice", None)).ShouldBe(TeamMembership.NoneKnown);
        Given(await client.People.ListTeamMembers("octo", "erp-cab", None)).Items.Single().Login.ShouldBe("bob");

        (await hub.Violations()).ShouldBeEmpty();
    }

    /// <summary>fakehub judges the request and then says that it cannot make reviews.</summary>
    [FakeHubFact]
    public async Task A_review_with_suggestions_is_as_github_describes_it()
    {
        await hub.Seed(Seed);
        using GitHubHost client = Client("octo/platform");
        NewReview review = new()
        {
            CommitSha = Json.Sha,
            Body = "Fixes",
            Comments = [new() { Path = "a.yaml", StartLine = 1, Line = 2, Body = "```suggestion\nx\n```" }, new() { Path = "a.yaml", Line = 9, Body = "y" }],
        };

        (await client.Reviews.Create(7, review, null, None)).Problem!.HttpStatus.ShouldBe(501);

        (await hub.Violations()).ShouldBeEmpty();
    }

    [FakeHubTheory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_at_any_write_makes_nothing_twice_and_loses_nothing(string fault)
    {
        await hub.Seed(Seed);
        foreach (string operation in (string[])["checks/create", "checks/update", "repos/create-commit-status", "issues/create-comment", "issues/update-comment"])
        {
            await hub.Fault($$"""{ "match": { "op": "^{{operation}}$" }, "then": {{fault}} }""");
        }

        using GitHubHost client = Client("octo/platform");
        CheckRun run = Given(await client.CheckRuns.Create(Run("run-1"), None));
        run = Given(await client.CheckRuns.Update(run.Id, Batch(50) with { AnnotationsBefore = run.AnnotationCount }, None));
        run = Given(await client.CheckRuns.Update(run.Id, End with { AnnotationsBefore = run.AnnotationCount }, None));
        Given(await client.Statuses.Create(Json.Sha, new() { State = StatusState.Success, Context = "policygate" }, None));
        Comment comment = Given(await client.Comments.Create(7, "first", one => one is { Body: "first", Author.Kind: AccountKind.Bot }, None));
        Given(await client.Comments.Update(comment.Id, "second", None));

        JsonElement state = await hub.State("octo/platform");
        state.GetProperty("check_runs").EnumerateArray().Single().GetProperty("annotations").GetArrayLength().ShouldBe(57);
        state.GetProperty("statuses").GetArrayLength().ShouldBe(1);
        state.GetProperty("comments").EnumerateArray().Single().GetProperty("body").GetString().ShouldBe("second");
        (await hub.Violations()).ShouldBeEmpty();
    }

    [FakeHubTheory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_at_any_page_loses_no_file(string fault)
    {
        await hub.Seed(Seed);
        await hub.Fault($$"""{ "match": { "op": "^pulls/list-files$" }, "skip": 1, "then": {{fault}} }""");
        using GitHubHost client = Client("octo/platform");

        Given(await client.PullRequests.ListFiles(7, None)).Items.Select(file => file.Path).Distinct().Count().ShouldBe(230);
    }

    private static CheckRunUpdate End => Batch(7) with { Status = CheckStatus.Completed, Conclusion = CheckConclusion.Failure };

    private static NewCheckRun Run(string externalId) =>
        new() { Name = "policygate", HeadSha = Json.Sha, Status = CheckStatus.InProgress, ExternalId = externalId };

    private static CheckRunUpdate Batch(int annotations) => new()
    {
        Output = new()
        {
            Title = "Gate closed",
            Summary = "**9** findings",
            Annotations = [.. Enumerable.Range(1, annotations).Select(line => new Annotation
            {
                Path = "apps/odoo.yaml", StartLine = line, EndLine = line, StartColumn = 1, EndColumn = 2,
                Level = AnnotationLevel.Failure, Title = "t", Message = "m",
            })],
        },
    };

    private static T Given<T>(HostAnswer<T> answer)
    {
        answer.IsGiven.ShouldBeTrue(answer.Problem?.ToString());
        return answer.Value;
    }

    /// <summary>Over the network, with a clock that does not let wait.</summary>
    private GitHubHost Client(string repository, string path = "") => GitHubHost.Connect(new()
    {
        Server = GitHubServer.Parse(hub.Address + path)!,
        Repository = RepositoryName.Parse(repository)!,
        Token = GitHubToken.Parse(ScriptedGitHub.Token)!,
        Version = "1.2.3",
        AttemptTimeout = FakeTime.AttemptTimeout,
        Time = new FakeTime(),
    });
}
