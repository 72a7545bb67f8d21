using System.Text.Json.Nodes;
using PolicyGate.CodeHost;
using PolicyGate.Publish.Tests.Hosts;

namespace PolicyGate.Publish.Tests;

/// <summary>One comment, of the newest run, whoever else writes at the same time.</summary>
public class StickyCommentTests
{
    private const string Mark = "<!-- policygate:PolicyGate -->";
    private static readonly Account Person = new(9, "mallory", AccountKind.User);
    private readonly MemoryHost host = new();

    [Fact]
    public async Task Where_nothing_was_found_nothing_is_said()
    {
        await Conclude(0, run: 5);
        host.Conversation.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_comment_is_edited_in_place()
    {
        await Conclude(2, run: 5);
        long id = host.Conversation.ShouldHaveSingleItem().Id;
        await Conclude(0, run: 6);
        host.Conversation.ShouldHaveSingleItem().Id.ShouldBe(id);
        host.Conversation[0].Body.ShouldContain("gate open");
    }

    [Fact]
    public async Task The_same_again_writes_nothing()
    {
        await Conclude(2, run: 5);
        host.Operations.Clear();
        await Conclude(2, run: 5);
        host.Operations.ShouldNotContain("comment update");
    }

    [Fact]
    public async Task An_older_run_does_not_overwrite_a_newer_one()
    {
        await Conclude(2, run: 6);
        await Conclude(0, run: 5);
        host.Conversation.ShouldHaveSingleItem().Body.ShouldContain("policygate-run:6.1");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public async Task Of_two_that_were_made_at_once_the_older_stays_with_what_the_newer_run_says(int other)
    {
        bool isFirst = true;
        host.Before = operation =>
        {
            if (operation == "comment create" && isFirst)
            {
                isFirst = false;
                host.Say(MemoryHost.Bot, $"{Mark}\n<!-- policygate-run:{other}.1 -->\nother");
            }

            return null;
        };
        await Conclude(2, run: 5);
        Comment one = host.Conversation.ShouldHaveSingleItem();
        one.Id.ShouldBe(host.Conversation.Min(comment => comment.Id));
        one.Body.ShouldContain($"policygate-run:{Math.Max(other, 5)}.1");
    }

    [Fact]
    public async Task What_an_older_run_writes_over_it_is_mended()
    {
        await Conclude(1, run: 4);
        int updates = 0;
        host.Before = operation =>
        {
            if (operation == "comment list" && host.Operations.Contains("comment update") && updates++ == 0)
            {
                host.Conversation[0] = host.Conversation[0] with { Body = $"{Mark}\n<!-- policygate-run:4.1 -->\nlate" };
            }

            return null;
        };
        await Conclude(2, run: 5);
        host.Conversation.ShouldHaveSingleItem().Body.ShouldContain("policygate-run:5.1");
    }

    [Fact]
    public async Task A_copy_of_the_mark_by_somebody_else_is_left_alone()
    {
        host.Say(Person, $"{Mark}\n<!-- policygate-run:999999.1 -->\nall is well");
        await Conclude(2, run: 5);
        host.Conversation.Count.ShouldBe(2);
        host.Conversation[0].Body.ShouldContain("all is well");
        host.Conversation[1].Body.ShouldContain("gate closed");
    }

    [Fact]
    public async Task A_quoted_mark_is_none()
    {
        host.Say(MemoryHost.Bot, $"another bot quotes {Mark}");
        await Conclude(2, run: 5);
        host.Conversation.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Names_live_side_by_side()
    {
        await Conclude(2, run: 5);
        await Conclude(2, run: 5, name: "PolicyGate next");
        host.Conversation.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_comment_has_room_for_the_longest_texts()
    {
        JsonObject json = Reports.Json(0);
        json["gate"] = "closed";
        json["findings"] = new JsonArray([.. Enumerable.Range(1, 5_000).Select(line => (JsonNode)Long(line))]);
        json["summary"]!["findings"] = 5_000;
        await Publisher(json, 5, "PolicyGate").Conclude(null, CancellationToken.None);
        string body = host.Conversation.ShouldHaveSingleItem().Body;
        body.Length.ShouldBeLessThanOrEqualTo(65_536);
        body.ShouldMatch(@"\d of 5000 findings shown; the check run has more");
        CheckRun run = host.Runs.Values.ShouldHaveSingleItem().Run;
        System.Text.Encoding.UTF8.GetByteCount(run.Summary).ShouldBeInRange(50_000, 65_535);
        run.Summary.ShouldMatch(@"\d+ of 5000 findings shown; the JSON report has all");
    }

    private static JsonObject Long(int line)
    {
        JsonObject finding = Reports.Finding(line);
        finding["message"] = $"{line} {new string('漢', 1_900)}";
        return finding;
    }

    private Task Conclude(int findings, long run, string name = "PolicyGate") =>
        Publisher(Reports.Json(findings), run, name).Conclude(null, CancellationToken.None);

    private Publisher Publisher(JsonObject json, long run, string name) => new(
        host,
        Reports.Publication(json) with { Name = name },
        new() { Commit = Reports.Commit, PullRequest = 7, Run = new(run, 1) },
        new(),
        TimeProvider.System);
}
