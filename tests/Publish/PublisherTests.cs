using System.Text.Json.Nodes;
using PolicyGate.CodeHost;
using PolicyGate.Publish.CheckRuns;
using PolicyGate.Publish.Tests.Hosts;

namespace PolicyGate.Publish.Tests;

/// <summary>What is at the host afterwards, whatever happens in between.</summary>
public class PublisherTests
{
    private readonly MemoryHost host = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(1_000)]
    public async Task Every_finding_is_annotated_once(int findings)
    {
        PublishOutcome outcome = await Conclude(Reports.Json(findings));
        outcome.Problems.ShouldBeEmpty();
        (CheckRun run, List<Annotation> annotations) = host.Runs.Values.ShouldHaveSingleItem();
        run.Conclusion.ShouldBe(findings == 0 ? CheckConclusion.Success : CheckConclusion.Failure);
        annotations.Select(one => one.StartLine).ShouldBe(Enumerable.Range(1, findings));
        run.Summary.Contains($"All {findings} finding", StringComparison.Ordinal).ShouldBe(findings > 0);
    }

    [Fact]
    public async Task More_than_the_most_are_capped_and_it_is_said()
    {
        await Conclude(Reports.Json(1_200));
        (CheckRun run, List<Annotation> annotations) = host.Runs.Values.ShouldHaveSingleItem();
        annotations.Count.ShouldBe(AnnotationPlan.Most);
        run.Summary.ShouldContain("**1000 of 1200 findings annotated; the worst 1000 places.**");
    }

    [Fact]
    public async Task What_was_started_is_concluded()
    {
        PublishOutcome started = await Publisher(Reports.Json(1)).Start(CancellationToken.None);
        host.Runs.Values.ShouldHaveSingleItem().Run.Status.ShouldBe(CheckStatus.InProgress);
        await Publisher(Reports.Json(1)).Conclude(started.CheckRun!.Id, CancellationToken.None);
        host.Runs.Values.ShouldHaveSingleItem().Run.Conclusion.ShouldBe(CheckConclusion.Failure);
    }

    [Fact]
    public async Task What_was_started_is_found_without_a_note()
    {
        await Publisher(Reports.Json(0)).Start(CancellationToken.None);
        await Conclude(Reports.Json(0));
        host.Runs.Values.ShouldHaveSingleItem().Run.Conclusion.ShouldBe(CheckConclusion.Success);
    }

    [Fact]
    public async Task A_repeat_adds_no_annotation_twice()
    {
        int updates = 0;
        host.Before = operation => operation == "check-run update" && updates++ < 2 ? HostProblemKind.Unavailable : null;
        (await Conclude(Reports.Json(120))).Problems.ShouldNotBeEmpty();
        host.Runs.Values.ShouldHaveSingleItem().Run.Summary.ShouldContain("**50 of 120 findings annotated");
        (await Conclude(Reports.Json(120))).Problems.ShouldBeEmpty();
        host.Runs.Values.ShouldHaveSingleItem().Annotations.Select(one => one.StartLine).ShouldBe(Enumerable.Range(1, 120));
        host.Runs.Values.ShouldHaveSingleItem().Run.Summary.ShouldContain("All 120 findings annotated");
    }

    [Fact]
    public async Task A_refused_text_does_not_keep_the_verdict_from_being_told()
    {
        int creations = 0;
        host.Before = operation => operation == "check-run create" && creations++ < 2 ? HostProblemKind.Unprocessable : null;
        PublishOutcome outcome = await Conclude(Reports.Json(3));
        outcome.LacksAnnotations.ShouldBeFalse();
        host.Runs.Values.ShouldHaveSingleItem().Run.Conclusion.ShouldBe(CheckConclusion.Failure);
    }

    [Theory]
    [InlineData(HostProblemKind.Forbidden)]
    [InlineData(HostProblemKind.Unauthorized)]
    [InlineData(HostProblemKind.Unavailable)]
    public async Task A_token_that_may_not_write_is_said(HostProblemKind kind)
    {
        host.Before = _ => kind;
        PublishOutcome outcome = await Conclude(Reports.Json(3));
        outcome.LacksAnnotations.ShouldBeTrue();
        outcome.Problems.ShouldContain(problem => problem.Contains("check-run create", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newer_check_run_of_the_same_commit_stands()
    {
        await Publisher(Reports.Json(1), run: 9).Conclude(null, CancellationToken.None);
        PublishOutcome outcome = await Publisher(Reports.Json(0), run: 8).Conclude(null, CancellationToken.None);
        outcome.LacksAnnotations.ShouldBeFalse();
        outcome.Notes.ShouldHaveSingleItem().ShouldContain("newer run");
        host.Runs.Count.ShouldBe(1);
        host.Conversation.ShouldHaveSingleItem().Body.ShouldContain("policygate-run:9.1");
    }

    [Fact]
    public async Task A_head_that_moved_on_leaves_the_conversation_alone()
    {
        host.Head = "3333333333333333333333333333333333333333";
        PublishOutcome outcome = await Conclude(Reports.Json(1));
        host.Runs.Values.ShouldHaveSingleItem().Run.Conclusion.ShouldBe(CheckConclusion.Failure);
        host.Conversation.ShouldBeEmpty();
        outcome.Notes.ShouldHaveSingleItem().ShouldContain("has moved on");
    }

    [Fact]
    public async Task The_status_has_a_short_description()
    {
        JsonObject json = Reports.Holding(new string('x', 5_000));
        await Publisher(json, options: new() { Status = true }).Conclude(null, CancellationToken.None);
        NewCommitStatus status = host.Set.ShouldHaveSingleItem();
        status.State.ShouldBe(StatusState.Failure);
        status.Description.Length.ShouldBeLessThanOrEqualTo(140);
    }

    public static TheoryData<string, int> Faults
    {
        get
        {
            TheoryData<string, int> faults = [];
            foreach (string operation in (string[])["check-run create", "check-run list", "check-run update", "pull get", "comment list", "comment create", "pull files", "review comments", "review create"])
            {
                foreach (HostProblemKind kind in Enum.GetValues<HostProblemKind>())
                {
                    faults.Add(operation, (int)kind);
                }
            }

            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_and_never_makes_a_failure_a_success(string faulty, int kind)
    {
        host.Changed = [PublisherSamples.Diff];
        host.Before = operation => operation == faulty ? (HostProblemKind)kind : null;
        PublishOutcome outcome = await Conclude(PublisherSamples.WithFix(Reports.Json(60)));
        host.Runs.Values.ShouldAllBe(one => one.Run.Conclusion == CheckConclusion.Failure);
        (outcome.Problems.IsEmpty && faulty != "check-run list").ShouldBeFalse();
        outcome.LacksAnnotations.ShouldBe(host.Runs.Count == 0);
    }

    private Task<PublishOutcome> Conclude(JsonObject json) => Publisher(json).Conclude(null, CancellationToken.None);

    private Publisher Publisher(JsonObject json, long run = 5, PublishOptions? options = null) => new(
        host,
        Reports.Publication(json),
        new() { Commit = Reports.Commit, PullRequest = 7, Run = new(run, 1) },
        options ?? new(),
        TimeProvider.System);
}

/// <summary>A fix and a diff that shows its line.</summary>
internal static class PublisherSamples
{
    public static ChangedFile Diff { get; } = new()
    {
        Path = "base/odoo.yaml",
        PreviousPath = "",
        Change = FileChange.Modified,
        Additions = 1,
        Deletions = 0,
        Patch = "@@ -1,2 +1,3 @@\n a: 1\n+b: 2\n c: 3",
    };

    public static JsonObject WithFix(JsonObject json)
    {
        json["findings"]![0]!["fix"] = JsonNode.Parse(
            """{"operation":"set","path":"b","value":"3","edits":[{"file":"base/odoo.yaml","startLine":2,"startColumn":4,"endLine":2,"endColumn":5,"replacement":"3"}]}""");
        return json;
    }
}
