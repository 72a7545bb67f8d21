using System.Text.Json.Nodes;
using PolicyGate.CodeHost;
using PolicyGate.Publish.Suggestions;
using PolicyGate.Publish.Tests.Hosts;

namespace PolicyGate.Publish.Tests;

/// <summary>Fixes become suggestions only where the diff shows the lines they change.</summary>
public class SuggestionTests
{
    private const string Patch = "@@ -1,3 +1,4 @@ head\n one\n-gone\n+two\n+three\n four\n@@ -20,1 +21,2 @@\n next\n+last\n\\ No newline at end of file";

    [Theory]
    [InlineData(2, 1, 3, 1, "2\n", 2, 2, "2")]
    [InlineData(2, 1, 4, 1, "2\n3\n", 2, 3, "2|3")]
    [InlineData(2, 1, 3, 1, "", 2, 2, "")]
    [InlineData(3, 1, 3, 1, "new\n", 2, 2, "two|new")]
    [InlineData(1, 1, 1, 1, "new\n", 1, 1, "new|one")]
    [InlineData(5, 1, 5, 1, "new\n", 4, 4, "four|new")]
    [InlineData(2, 2, 2, 3, "X", 2, 2, "tXo")]
    [InlineData(2, 4, 2, 4, "\n  x", 2, 2, "two|  x")]
    [InlineData(22, 5, 22, 5, " end", 22, 22, "last end")]
    public void An_edit_becomes_whole_lines(
        int startLine, int startColumn, int endLine, int endColumn, string replacement, int first, int last, string expected)
    {
        Suggestion suggestion = Of(startLine, startColumn, endLine, endColumn, replacement).ShouldNotBeNull();
        (suggestion.FirstLine, suggestion.LastLine).ShouldBe((first, last));
        string.Join('|', suggestion.Lines).ShouldBe(expected);
    }

    [Theory]
    [InlineData(10, 1, 11, 1, "x\n")]
    [InlineData(4, 1, 22, 1, "x\n")]
    [InlineData(2, 9, 2, 10, "x")]
    [InlineData(2, 1, 3, 1, "x\r\n")]
    [InlineData(2, 1, 2_000_000_000, 1, "x\n")]
    public void Others_are_none(int startLine, int startColumn, int endLine, int endColumn, string replacement) =>
        Of(startLine, startColumn, endLine, endColumn, replacement).ShouldBeNull();

    [Fact]
    public async Task A_suggestion_is_made_once()
    {
        MemoryHost host = new() { Changed = [PublisherSamples.Diff] };
        await Conclude(host, isForeign: false);
        await Conclude(host, isForeign: false);
        NewReviewComment comment = host.Reviewed.ShouldHaveSingleItem().Comments.ShouldHaveSingleItem();
        (comment.Path, comment.StartLine, comment.Line).ShouldBe(("base/odoo.yaml", null, 2));
        comment.Body.ShouldContain("```suggestion\nb: 3\n```\n");
    }

    [Fact]
    public async Task Nobody_lets_the_bot_suggest_what_a_fork_wrote()
    {
        MemoryHost host = new() { Changed = [PublisherSamples.Diff] };
        await Conclude(host, isForeign: true);
        host.Reviewed.ShouldBeEmpty();
    }

    private static Task Conclude(MemoryHost host, bool isForeign) => new Publisher(
        host,
        Reports.Publication(PublisherSamples.WithFix(Reports.Json(2))) with { IsForeign = isForeign },
        new() { Commit = Reports.Commit, PullRequest = 7, Run = new(5, 1), IsForeign = isForeign },
        new(),
        TimeProvider.System).Conclude(null, CancellationToken.None);

    private static Suggestion? Of(int startLine, int startColumn, int endLine, int endColumn, string replacement)
    {
        JsonObject json = Reports.Json(1);
        json["findings"]![0]!["fix"] = new JsonObject
        {
            ["operation"] = "set",
            ["path"] = "a",
            ["value"] = "b",
            ["edits"] = new JsonArray(new JsonObject
            {
                ["file"] = "base/odoo.yaml",
                ["startLine"] = startLine,
                ["startColumn"] = startColumn,
                ["endLine"] = endLine,
                ["endColumn"] = endColumn,
                ["replacement"] = replacement,
            }),
        };
        return Suggestion.Of(Reports.Read(json).Findings[0], DiffLines.Parse(Patch));
    }
}
