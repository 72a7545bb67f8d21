using System.Text.Json.Nodes;
using PolicyGate.CodeHost;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.Publish.Tests.Hosts;

namespace PolicyGate.Publish.Tests;

/// <summary>The whole way, over HTTP, to a double that holds each request against GitHub's own description.</summary>
public class FakeHubTests
{
    [FakeHubTheory]
    [InlineData(0, "")]
    [InlineData(1, "")]
    [InlineData(49, "")]
    [InlineData(50, "")]
    [InlineData(51, "")]
    [InlineData(120, "")]
    [InlineData(60, """{"match":{"op":"checks/create"},"then":{"type":"reset_after"}}""")]
    [InlineData(120, """{"match":{"op":"checks/update"},"then":{"type":"reset_after"}}""")]
    [InlineData(60, """{"match":{"op":"checks/.*"},"then":{"type":"status","status":502}}""")]
    [InlineData(60, """{"match":{"op":"checks/update"},"then":{"type":"secondary_rate_limit","retry_after":1}}""")]
    [InlineData(60, """{"match":{"op":"checks/create"},"then":{"type":"truncate"}}""")]
    [InlineData(60, """{"match":{"op":"checks/create"},"then":{"type":"garbage"}}""")]
    [InlineData(2, """{"match":{"op":"issues/create-comment"},"then":{"type":"reset_after"}}""")]
    [InlineData(2, """{"match":{"op":"issues/list-comments"},"then":{"type":"status","status":503}}""")]
    [InlineData(2, """{"match":{"op":"pulls/get"},"then":{"type":"reset"}}""")]
    public async Task One_check_run_with_all_annotations_and_one_comment(int findings, string fault)
    {
        await using FakeHub hub = await Seeded("o/r");
        if (fault.Length > 0)
        {
            await hub.Control("POST", "faults", JsonNode.Parse(fault)!);
        }

        await Conclude(hub, "o/r", findings);
        JsonNode state = await hub.Ask("state?repo=o/r");
        JsonNode run = Items(state["check_runs"]).ShouldHaveSingleItem();
        run["conclusion"]!.GetValue<string>().ShouldBe(findings == 0 ? "success" : "failure");
        Items(run["annotations"]).Select(one => one["start_line"]!.GetValue<int>()).ShouldBe(Enumerable.Range(1, findings));
        Items(state["comments"]).Count().ShouldBe(findings == 0 ? 0 : 1);
        (await hub.Ask("violations")).AsArray().ShouldBeEmpty();
    }

    [FakeHubTheory]
    [InlineData("old/name")]
    public async Task A_renamed_repository_is_followed(string name)
    {
        await using FakeHub hub = await Seeded("o/r");
        await Conclude(hub, name, 2);
        JsonNode state = await hub.Ask("state?repo=o/r");
        Items(state["check_runs"]).ShouldHaveSingleItem();
        Items(state["comments"]).ShouldHaveSingleItem();
    }

    [FakeHubTheory]
    [InlineData("read")]
    public async Task A_token_that_may_only_read_is_told_of(string permission)
    {
        await using FakeHub hub = await Seeded("o/r", permission);
        PublishOutcome outcome = await Conclude(hub, "o/r", 2);
        outcome.LacksAnnotations.ShouldBeTrue();
        outcome.Problems.ShouldNotBeEmpty();
        (await hub.Ask("violations?level=error")).AsArray().ShouldBeEmpty();
    }

    private static async Task<FakeHub> Seeded(string repository, string permission = "write")
    {
        FakeHub hub = await FakeHub.Start();
        await hub.Control("PUT", "seed", new JsonObject
        {
            ["repos"] = new JsonObject
            {
                [repository] = new JsonObject
                {
                    ["pulls"] = new JsonObject { ["7"] = new JsonObject { ["head_sha"] = Reports.Commit } },
                },
            },
            ["tokens"] = new JsonObject
            {
                ["ghs_test"] = new JsonObject
                {
                    ["type"] = "app",
                    ["login"] = "github-actions[bot]",
                    ["app_id"] = 15368,
                    ["app_slug"] = "github-actions",
                    ["permissions"] = new JsonObject { ["checks"] = permission, ["issues"] = permission, ["pull_requests"] = permission },
                },
            },
            ["redirects"] = new JsonObject { ["old/name"] = repository },
        });
        return hub;
    }

    private static async Task<PublishOutcome> Conclude(FakeHub hub, string repository, int findings)
    {
        using GitHubHost host = GitHubHost.Connect(new()
        {
            Server = GitHubServer.Parse(hub.Api.ToString())!,
            Repository = RepositoryName.Parse(repository)!,
            Token = GitHubToken.Parse("ghs_test")!,
            Version = "1.2.3",
        });
        PublishTarget target = new() { Commit = Reports.Commit, PullRequest = 7, Run = new(5, 1) };
        Publisher publisher = new(host, Reports.Publication(Reports.Json(findings)), target, new() { Suggestions = false }, TimeProvider.System);
        return await publisher.Conclude(null, CancellationToken.None);
    }

    private static IEnumerable<JsonNode> Items(JsonNode? list) => list switch
    {
        JsonArray array => array.Select(item => item!),
        JsonObject map => map.Select(item => item.Value!),
        _ => [],
    };
}
