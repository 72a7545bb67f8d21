using System.Text.Json;
using PolicyGate.Tests.GitHub;

namespace PolicyGate.Tests;

/// <summary>Facts about a change: collected with a token, judged without one.</summary>
public sealed class FactsTests(FakeHub hub) : IClassFixture<FakeHub>
{
    private const string Head = "1111111111111111111111111111111111111111";

    private const string Descriptor = """
        apiVersion: policygate.dev/v1
        kind: Environment
        metadata: { name: st-marys-production }
        spec:
          class: production
          roles: { approvers: [erp-cab] }
          changes: { windows: ["Sat 20:00-24:00 Europe/Berlin"] }
          sources: [{ path: pod.yaml }]
        """;

    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: { name: web, namespace: erp }
        spec: { containers: [{ name: web, image: "registry.example/web:1.0" }] }
        """;

    private const string Facts = """
        apiVersion: policygate.dev/v1
        kind: Change
        spec:
          repository: octo/platform
          event: pull_request
          collectedAt: "2026-11-21T19:30:00Z"
          instant: "2026-11-21T19:30:00Z"
          zones: [{ offset: "+01:00", names: [Europe/Berlin] }]
          pullRequest: 12
          author: { login: alice }
          draft: false
          fork: false
          labels: []
          base: { ref: main, sha: "3333333333333333333333333333333333333333" }
          head: { ref: topic, sha: "1111111111111111111111111111111111111111" }
          commits:
            - { sha: "1111111111111111111111111111111111111111", author: { login: alice }, committer: { login: alice } }
          reviews:
            - { reviewer: { login: carol }, state: approved, commit: "1111111111111111111111111111111111111111", outdated: false, mayApprove: true }
          files: [{ path: pod.yaml, status: modified }]
          codeOwners: { file: "", rules: [] }
          teams: [{ team: octo/erp-cab, members: [carol] }]
          mergeQueue: not-merging
        """;

    /// <summary>Nobody's but this test's, so that it runs in the worker.</summary>
    private const string Foreign = """
        // Two see more than one.

        return new Policy<Change>
        {
            Title       = "Somebody else has approved",
            Severity    = High,
            Controls    = [],
            Remediation = "Ask somebody.",
            Subjects    = estate => estate.Changes,
            Evaluate    = change => change.Approvals.Any(approval => !change.Author.Is(approval.Reviewer.Login) && change.CodeOwners.OwnersOf("a").IsEmpty)
                ? Pass("seen by another", change["spec.reviews"])
                : Fail(change["spec.reviews"], $"{change.Author.Login} is alone with {change.Number} at {change.LocalTime("Europe/Berlin").Hour}"),
        };
        """;

    [Theory]
    [InlineData("", "", 0, "")]
    [InlineData("login: carol }, state: approved", "login: carol }, state: dismissed", 1, "nobody of erp-cab who wrote none of the change has approved its head")]
    [InlineData("members: [carol]", "members: { unknown: the token may not }", 3, "who is in the team octo/erp-cab is not known: the token may not")]
    public void A_change_is_judged_by_what_is_known_of_it(string known, string instead, int exit, string message)
    {
        using TemporaryDirectory work = Repository(known, instead);

        ProgramRun run = Check(work, "--policy", "roles/approver-is-not-author");

        run.ExitCode.ShouldBe(exit, run.ToString());
        run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString())
            .ShouldBe(message.Length == 0 ? [] : [message]);
    }

    [Fact]
    public void A_finding_about_the_change_is_in_no_file_and_counts_with_the_files_that_changed()
    {
        using TemporaryDirectory work = Repository("19:30:00Z", "18:30:00Z");
        Commit(work);

        ProgramRun run = Check(work, "--policy", "governance/change-window", "--changed-since", "HEAD");

        run.ExitCode.ShouldBe(1, run.ToString());
        JsonElement finding = run.Json.GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.GetProperty("location").GetProperty("file").GetString().ShouldBe("");
        finding.GetProperty("location").GetProperty("startLine").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void What_was_there_before_had_no_facts()
    {
        using TemporaryDirectory work = Repository("19:30:00Z", "18:30:00Z");
        Commit(work);

        Check(work, "--policy", "governance/change-window", "--baseline", "HEAD").ExitCode.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "", 0, "")]
    [InlineData("login: carol }, state", "login: Alice }, state", 1, "alice is alone with 12 at 20")]
    [InlineData("codeOwners: { file: \"\", rules: [] }", "codeOwners: { unknown: gone }", 3, "of the change is not known: gone")]
    public void A_foreign_policy_sees_the_facts_in_its_worker(string known, string instead, int exit, string message)
    {
        using TemporaryDirectory work = Repository(known, instead);
        work.Write("mine/two.csx", Foreign);

        ProgramRun run = Check(work, "--policies", "mine", "--verify-determinism");

        run.ExitCode.ShouldBe(exit, run.ToString());
        (run.Output + run.Errors).ShouldContain(message);
    }

    [Fact]
    public void Facts_that_are_none_are_an_error_at_their_place()
    {
        using TemporaryDirectory work = Repository("draft: false", "draft: maybe");

        ProgramRun run = Check(work);

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Errors.ShouldContain("facts/change.yaml:11:3:");
    }

    [Fact]
    public void Without_a_change_nothing_is_asked()
    {
        using TemporaryDirectory work = new();

        PolicyGateProcess.RunWith(
            new() { ["GITHUB_TOKEN"] = "ghs_x", ["GITHUB_REPOSITORY"] = "octo/platform", ["GITHUB_EVENT_NAME"] = "schedule", ["GITHUB_EVENT_PATH"] = "" },
            work.Path, "facts", "--output", "facts.json").ExitCode.ShouldBe(2);
    }

    [FakeHubTheory]
    [InlineData("carol", "carol", 0)]
    [InlineData("dora", "carol", 1)]
    public async Task What_is_collected_can_be_judged(string approver, string member, int exit)
    {
        await hub.Seed($$"""
            { "repos": { "octo/platform": { "private": true, "default_branch": "main", "refs": { "main": "{{Head}}" },
                "files": { "*": { ".github/CODEOWNERS": "* @octo/erp-cab\n" } },
                "collaborators": { "{{approver}}": "write" },
                "pulls": { "7": { "head_sha": "{{Head}}", "head_ref": "topic", "base_ref": "main", "login": "alice",
                  "files": [{ "filename": "pod.yaml", "status": "modified" }],
                  "reviews": [{ "login": "{{approver}}", "state": "APPROVED", "commit_id": "{{Head}}" }] } } } },
              "teams": { "octo/erp-cab": ["{{member}}"] } }
            """);
        using TemporaryDirectory work = Repository("", "");
        work.Write("event.json", $$"""{ "pull_request": { "number": 7, "head": { "sha": "{{Head}}" } } }""");

        ProgramRun collected = PolicyGateProcess.RunWith(
            new()
            {
                ["GITHUB_TOKEN"] = "ghs_x",
                ["GITHUB_API_URL"] = hub.Address,
                ["GITHUB_REPOSITORY"] = "octo/platform",
                ["GITHUB_EVENT_NAME"] = "pull_request",
                ["GITHUB_EVENT_PATH"] = "event.json",
            },
            work.Path, "facts", "--output", "facts/change.yaml");
        ProgramRun judged = Check(work, "--policy", "roles/approver-is-not-author");

        collected.ExitCode.ShouldBe(0, collected.ToString());
        judged.ExitCode.ShouldBe(exit, judged + File.ReadAllText(Path.Combine(work.Path, "facts", "change.yaml")));
        (await hub.Violations()).ShouldBeEmpty();
    }

    private static TemporaryDirectory Repository(string known, string instead)
    {
        TemporaryDirectory work = new();
        work.Write("environment.yaml", Descriptor);
        work.Write("pod.yaml", Pod);
        work.Write("facts/change.yaml", known.Length == 0 ? Facts : Facts.ReplaceLineEndings("\n").Replace(known, instead, StringComparison.Ordinal));
        return work;
    }

    private static void Commit(TemporaryDirectory work)
    {
        Git.Run(work.Path, "init", "--quiet");
        Git.Run(work.Path, "add", "--all");
        Git.Run(work.Path, "-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "as it was");
    }

    private static ProgramRun Check(TemporaryDirectory work, params string[] more) => PolicyGateProcess.RunIn(
        work.Path,
        ["check", "environment.yaml", "pod.yaml", "--facts", "facts/change.yaml", "--output", "json", "--no-cache", .. more]);
}
