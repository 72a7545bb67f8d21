using System.Text;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.CodeHost.Tests.Scripted;

namespace PolicyGate.CodeHost.Tests;

/// <summary>What is learnt from GitHub: each answer beside what is made of it.</summary>
public sealed class FactTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_pull_request_from_a_fork_is_one()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On("GET /repos/octo/platform/pulls/7", 200, """
            { "number": 7, "state": "closed", "merged_at": "2026-03-14T09:00:00Z", "draft": true, "locked": true,
              "user": { "id": 3, "login": "alice", "type": "User" },
              "head": { "ref": "topic", "sha": "a1", "repo": { "id": 6, "full_name": "alice/platform" } },
              "base": { "ref": "main", "sha": "b2", "repo": { "id": 5, "full_name": "octo/platform" } },
              "labels": [{ "name": "urgent" }, { "name": "change" }], "mergeable_state": "blocked",
              "auto_merge": { "merge_method": "squash" }, "commits": 3, "changed_files": 2,
              "html_url": "https://github.com/octo/platform/pull/7", "what_comes_tomorrow": [1] }
            """);
        using GitHubHost client = gitHub.Client();

        PullRequest pull = (await client.PullRequests.Get(7, None)).Value!;

        pull.Labels.ShouldBe(["urgent", "change"]);
        (pull with { Labels = default }).ShouldBe(new PullRequest
        {
            Number = 7,
            IsOpen = false,
            IsMerged = true,
            IsDraft = true,
            IsLocked = true,
            Author = new(3, "alice", AccountKind.User),
            Head = new("topic", "a1", "alice/platform", 6),
            Base = new("main", "b2", "octo/platform", 5),
            Labels = default,
            MergeableState = "blocked",
            IsAutoMerge = true,
            CommitCount = 3,
            ChangedFileCount = 2,
            Url = new("https://github.com/octo/platform/pull/7"),
        });
        pull.IsFromFork.ShouldBeTrue();
    }

    [Fact]
    public async Task A_pull_request_whose_author_and_fork_are_gone_comes_from_anybody()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(
            $"GET /repos/octo/platform/commits/{Json.Sha}/pulls?per_page=100", 200, """
            [{ "number": 7, "state": "open", "user": null, "auto_merge": null,
               "head": { "ref": "topic", "sha": "a1", "repo": null },
               "base": { "ref": "main", "sha": "b2", "repo": { "id": 5, "full_name": "octo/platform" } } }]
            """);
        using GitHubHost client = gitHub.Client();

        PullRequest pull = (await client.PullRequests.ListOfCommit(Json.Sha, None)).Value!.Items.Single();

        pull.Author.ShouldBeNull();
        pull.IsFromFork.ShouldBeTrue();
        pull.IsOpen.ShouldBeTrue();
        pull.IsAutoMerge.ShouldBeFalse();
        pull.CommitCount.ShouldBeNull();
    }

    [Fact]
    public async Task A_branch_of_a_fork_is_looked_for_with_its_owner()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(
            "GET /repos/octo/platform/pulls?state=open&head=alice%3Afix%26state%3Dall&per_page=100", 200, "[]");
        using GitHubHost client = gitHub.Client();

        (await client.PullRequests.ListOfBranch("alice", "fix&state=all", None)).Value!.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Changed_files_have_their_patch_and_their_former_name()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On("GET /repos/octo/platform/pulls/7/files?per_page=100", 200, """
            [{ "filename": "b.yaml", "status": "renamed", "previous_filename": "a.yaml", "additions": 2, "deletions": 1, "patch": "@@ -1 +1,2 @@" },
             { "filename": "logo.png", "status": "of tomorrow" }]
            """);
        using GitHubHost client = gitHub.Client();

        (await client.PullRequests.ListFiles(7, None)).Value!.Items.ShouldBe([
            new() { Path = "b.yaml", PreviousPath = "a.yaml", Change = FileChange.Renamed, Additions = 2, Deletions = 1, Patch = "@@ -1 +1,2 @@" },
            new() { Path = "logo.png", PreviousPath = "", Change = FileChange.Other, Additions = 0, Deletions = 0, Patch = null },
        ]);
    }

    [Fact]
    public async Task Commits_have_accounts_where_github_knows_them()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On("GET /repos/octo/platform/pulls/7/commits?per_page=100", 200, """
            [{ "sha": "a1", "author": { "id": 3, "login": "alice", "type": "User" }, "committer": {},
               "commit": { "author": { "name": "Alice" }, "committer": { "name": "GitHub" }, "message": "m", "verification": { "verified": true } } },
             { "sha": "b2", "author": null, "committer": null, "commit": { "author": null, "committer": null, "message": "n" } }]
            """);
        using GitHubHost client = gitHub.Client();

        (await client.PullRequests.ListCommits(7, None)).Value!.Items.ShouldBe([
            new()
            {
                Sha = "a1", Author = new(3, "alice", AccountKind.User), Committer = null,
                AuthorName = "Alice", CommitterName = "GitHub", Message = "m", IsVerified = true,
            },
            new() { Sha = "b2", Author = null, Committer = null, AuthorName = "", CommitterName = "", Message = "n", IsVerified = false },
        ]);
    }

    [Fact]
    public async Task Reviews_say_what_was_reviewed_and_when()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On("GET /repos/octo/platform/pulls/7/reviews?per_page=100", 200, """
            [{ "id": 1, "user": { "id": 4, "login": "bob", "type": "User" }, "state": "APPROVED", "commit_id": "a1", "submitted_at": "2026-03-14T09:00:00Z", "body": "" },
             { "id": 2, "user": null, "state": "CHANGES_REQUESTED", "commit_id": null, "submitted_at": "2026-03-14T10:00:00+01:00" },
             { "id": 3, "user": null, "state": "DISMISSED" }, { "id": 4, "state": "PENDING" }, { "id": 5, "state": "COMMENTED" }, { "id": 6, "state": "?" }]
            """);
        using GitHubHost client = gitHub.Client();

        var reviews = (await client.Reviews.List(7, None)).Value!.Items;

        DateTimeOffset nine = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
        reviews[0].ShouldBe(new Review
        {
            Id = 1,
            Author = new(4, "bob", AccountKind.User),
            State = ReviewState.Approved,
            CommitSha = "a1",
            SubmittedAt = nine,
            Body = "",
        });
        reviews[1].ShouldBe(new Review
        {
            Id = 2,
            Author = null,
            State = ReviewState.ChangesRequested,
            CommitSha = "",
            SubmittedAt = nine,
            Body = "",
        });
        reviews[2..].Select(review => review.State)
            .ShouldBe([ReviewState.Dismissed, ReviewState.Pending, ReviewState.Commented, ReviewState.Other]);
    }

    [Fact]
    public async Task A_review_comments_and_never_approves()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On("POST /repos/octo/platform/pulls/7/reviews", 200, """{ "id": 1, "state": "COMMENTED" }""")
            .On("GET /repos/octo/platform/pulls/7/comments?per_page=100", 200, """
            [{ "id": 2, "pull_request_review_id": 1, "path": "a.yaml", "line": null, "commit_id": "a1", "body": "b" }]
            """);
        using GitHubHost client = gitHub.Client();
        NewReview review = new()
        {
            CommitSha = Json.Sha,
            Body = "Fixes",
            Comments = [new() { Path = "a.yaml", StartLine = 2, Line = 4, Body = "x" }, new() { Path = "b.yaml", Line = 1, Body = "y" }],
        };

        (await client.Reviews.Create(7, review, null, None)).Value!.Id.ShouldBe(1);
        (await client.Reviews.ListComments(7, None)).Value!.Items.ShouldBe([
            new() { Id = 2, ReviewId = 1, Author = null, Path = "a.yaml", Line = null, CommitSha = "a1", Body = "b" },
        ]);

        gitHub.Received[0].Body.ShouldBe(
            $$"""{"commit_id":"{{Json.Sha}}","body":"Fixes","event":"COMMENT","comments":["""
            + """{"path":"a.yaml","start_line":2,"start_side":"RIGHT","line":4,"side":"RIGHT","body":"x"},"""
            + """{"path":"b.yaml","line":1,"side":"RIGHT","body":"y"}]}""");
    }

    [Fact]
    public async Task A_team_says_who_belongs_to_it_or_nothing()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On("GET /orgs/octo/teams/erp-cab/memberships/alice", 200, """{ "state": "active", "role": "member" }""")
            .On("GET /orgs/octo/teams/erp-cab/memberships/bob", 200, """{ "state": "pending" }""")
            .On("GET /orgs/octo/teams/erp-cab/memberships/some%5Bbot%5D", 404, "{}")
            .On("GET /orgs/octo/teams/erp-cab/memberships/carol", 403, "{}")
            .On("GET /orgs/octo/teams/erp-cab/members?per_page=100", 200, """[{ "id": 3, "login": "alice", "type": "User" }]""");
        using GitHubHost client = gitHub.Client();

        (await client.People.GetTeamMembership("octo", "erp-cab", "alice", None)).Value.ShouldBe(TeamMembership.Active);
        (await client.People.GetTeamMembership("octo", "erp-cab", "bob", None)).Value.ShouldBe(TeamMembership.Pending);
        HostAnswer<TeamMembership> unknown = await client.People.GetTeamMembership("octo", "erp-cab", "some[bot]", None);
        unknown.IsGiven.ShouldBeTrue();
        unknown.Value.ShouldBe(TeamMembership.NoneKnown);
        (await client.People.GetTeamMembership("octo", "erp-cab", "carol", None)).Problem!.Advice
            .ShouldBe("it needs `members: read` (of the organization; a GitHub App's token or a personal one)");
        (await client.People.ListTeamMembers("octo", "erp-cab", None)).Value!.Items.ShouldBe([new(3, "alice", AccountKind.User)]);
    }

    [Fact]
    public async Task A_collaborator_has_a_permission_and_a_role()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(
            "GET /repos/octo/platform/collaborators/alice/permission", 200, """{ "permission": "write", "role_name": "maintain", "user": null }""");
        using GitHubHost client = gitHub.Client();

        (await client.People.GetPermission("alice", None)).Value.ShouldBe(new Collaboration("write", "maintain"));
    }

    [Fact]
    public async Task Annotations_and_statuses_come_back_as_they_were_sent()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub()
            .On("GET /repos/octo/platform/check-runs/11/annotations?per_page=100", 200, """
            [{ "path": "a.yaml", "start_line": 1, "end_line": 1, "start_column": 2, "end_column": 3, "annotation_level": "warning", "message": "m", "title": "t", "raw_details": null }]
            """)
            .On("GET /repos/octo/platform/commits/main/statuses?per_page=100", 200, """
            [{ "id": 1, "state": "pending", "context": "gate", "description": "d", "target_url": "https://example.com/", "created_at": "2026-03-14T09:00:00Z", "creator": { "id": 1, "login": "x[bot]", "type": "Bot" } }]
            """);
        using GitHubHost client = gitHub.Client();

        (await client.CheckRuns.ListAnnotations(11, None)).Value!.Items.ShouldBe([
            new() { Path = "a.yaml", StartLine = 1, EndLine = 1, StartColumn = 2, EndColumn = 3, Level = AnnotationLevel.Warning, Message = "m", Title = "t" },
        ]);
        (await client.Statuses.List("main", None)).Value!.Items.ShouldBe([
            new()
            {
                Id = 1, State = StatusState.Pending, Context = "gate", Description = "d", TargetUrl = new("https://example.com/"),
                CreatedAt = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero), Creator = new(1, "x[bot]", AccountKind.Bot),
            },
        ]);
    }

    [Fact]
    public async Task A_file_is_its_text()
    {
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(
            "GET /repos/octo/platform/contents/.github/CODE%20OWNERS?ref=feature%2Fa", 200, "* @octo/cäb\n", "Content-Type: application/vnd.github.raw+json");
        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetFile(".github/CODE OWNERS", "feature/a", None)).Value.ShouldBe("* @octo/cäb\n");
        gitHub.Received.Single().Headers["Accept"].ShouldBe("application/vnd.github.raw+json");
    }

    [Fact]
    public async Task A_folder_and_what_is_no_text_are_no_file()
    {
        const string Read = "GET /repos/octo/platform/contents/docs?ref=main";
        using ScriptedGitHub gitHub = new ScriptedGitHub().On(Read, 200, "[]").Answer(Read, _ =>
        {
            HttpResponseMessage message = ScriptedGitHub.Message(200, "");
            message.Content = new ByteArrayContent(Encoding.Latin1.GetBytes("ä")) { Headers = { ContentType = new("application/vnd.github.raw+json") } };
            return Task.FromResult(message);
        });
        using GitHubHost client = gitHub.Client();

        (await client.Contents.GetFile("docs", "main", None)).Problem!.ToString()
            .ShouldBe("could not read the file docs: it is not a file (GET /repos/octo/platform/contents/docs?ref=main)");
        (await client.Contents.GetFile("docs", "main", None)).Problem!.Message.ShouldBe("it is not UTF-8");
        gitHub.Time.Waits.ShouldBeEmpty();
    }
}
