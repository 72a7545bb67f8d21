using System.Text;
using PolicyGate.Publish.Events;

namespace PolicyGate.Publish.Tests;

/// <summary>Which commit an event is about.</summary>
public class TargetTests
{
    private const string Head = "abcdefabcdefabcdefabcdefabcdefabcdefabcd";
    private const string Other = "0123456789012345678901234567890123456789";

    [Theory]
    [InlineData("pull_request")]
    [InlineData("pull_request_target")]
    public void A_pull_request_is_told_of_its_own_head_and_not_of_the_merge(string name)
    {
        PublishTarget target = Read(name, """{"pull_request":{"number":12,"head":{"sha":"HEAD"}}}""").ShouldNotBeNull();
        (target.Commit, target.PullRequest, target.IsForeign).ShouldBe((Head, 12, false));
        target.Run.ShouldBe(new RunIdentity(77, 2));
    }

    [Theory]
    [InlineData("merge_group", "{\"merge_group\":{\"head_sha\":\"abcdefabcdefabcdefabcdefabcdefabcdefabcd\"}}", Head)]
    [InlineData("push", "{\"after\":\"abcdefabcdefabcdefabcdefabcdefabcdefabcd\"}", Head)]
    [InlineData("push", "{\"after\":\"0000000000000000000000000000000000000000\"}", Other)]
    [InlineData("push", "{\"after\":7}", Other)]
    [InlineData("schedule", "{}", Other)]
    [InlineData("workflow_dispatch", "[]", Other)]
    [InlineData("pull_request", "{\"pull_request\":null}", Other)]
    public void Others_are_told_of_their_commit(string name, string payload, string expected)
    {
        PublishTarget target = Read(name, payload).ShouldNotBeNull();
        (target.Commit, target.PullRequest).ShouldBe((expected, null));
    }

    [Fact]
    public void The_run_that_judged_counts_and_is_not_trusted()
    {
        PublishTarget target = Read(
            "workflow_run",
            """{"workflow_run":{"id":5,"run_attempt":3,"event":"pull_request","head_sha":"HEAD","head_branch":"a","head_repository":{"owner":{"login":"mallory"}}}}""").ShouldNotBeNull();
        target.ShouldBe(new PublishTarget { Commit = Head, Run = new(5, 3), IsForeign = true, Branch = new("mallory", "a") });
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("ABCDEFABCDEFABCDEFABCDEFABCDEFABCDEFABCD")]
    [InlineData("abcdefabcdefabcdefabcdefabcdefabcdefabcd\n")]
    [InlineData("0000000000000000000000000000000000000000")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_full_id_is_no_commit(string? text) => TargetReader.IsCommit(text).ShouldBeFalse();

    private static PublishTarget? Read(string name, string payload)
    {
        Dictionary<string, string> variables = new()
        {
            ["GITHUB_EVENT_NAME"] = name,
            ["GITHUB_SHA"] = Other,
            ["GITHUB_RUN_ID"] = "77",
            ["GITHUB_RUN_ATTEMPT"] = "2",
        };
        return TargetReader.Read(variables.GetValueOrDefault, EventPayload.Read(Encoding.UTF8.GetBytes(payload.Replace("HEAD", Head, StringComparison.Ordinal))).ShouldNotBeNull());
    }
}
