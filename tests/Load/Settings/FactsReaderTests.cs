using PolicyGate.Load.Settings;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Tests.Settings;

/// <summary>Facts about a change, as a file that anybody may have made.</summary>
public sealed class FactsReaderTests
{
    private const string Facts = """
        { "apiVersion": "policygate.dev/v1", "kind": "Change", "spec": {
            "repository": "octo/platform", "event": "push", "collectedAt": "2026-11-21T12:00:00Z", "instant": "2026-11-21T12:00:00Z",
            "zones": [{ "offset": "+01:00", "names": ["Europe/Berlin"] }], "pullRequest": "none", "author": { "login": "alice" },
            "draft": false, "fork": false, "labels": [], "base": { "unknown": "why" }, "head": { "unknown": "why" },
            "commits": { "unknown": "why" }, "reviews": [], "files": { "unknown": "why" }, "codeOwners": { "file": "", "rules": [] },
            "teams": [], "mergeQueue": "not-merging" } }
        """;

    [Fact]
    public void Facts_are_a_document_of_no_file()
    {
        Document facts = Read(Facts).Value.ShouldNotBeNull();

        facts.File.ShouldBe("");
        facts.Root["spec.author.login"].Text.ShouldBe("alice");
    }

    [Theory]
    [InlineData("", "facts.json:1:1 load/empty-file")]
    [InlineData("[1, 2]", "facts.json:1:1 load/unknown-kind")]
    [InlineData("{ a: ", "facts.json:2:1 load/yaml-syntax")]
    [InlineData("{ apiVersion: policygate.dev/v1, kind: Environment }", "facts.json:1:1 load/unknown-kind")]
    public void What_is_no_facts_says_where(string text, string problem) => Problems(text)[0].ShouldBe(problem);

    [Theory]
    [InlineData("\"reviews\": []", "\"reviews\": [], \"guess\": 1", "load/unknown-field")]
    [InlineData("\"reviews\": [],", "", "load/missing-field")]
    [InlineData("\"labels\": []", "\"labels\": [[]]", "load/wrong-value")]
    [InlineData("\"event\": \"push\"", "\"event\": []", "load/wrong-type")]
    [InlineData("\"draft\": false", "\"draft\": { \"unknown\": \"\" }", "load/wrong-value")]
    [InlineData("\"none\"", "-1", "load/wrong-value")]
    [InlineData("12:00:00Z\", \"instant", "12:00:00+01:00\", \"instant", "load/wrong-value")]
    [InlineData("\"kind\"", "\"kind\": \"Change\", \"kind\"", "load/duplicate-key")]
    public void What_is_not_as_the_schema_says_is_a_problem_at_its_place(string right, string wrong, string problem) =>
        Problems(Facts.Replace(right, wrong, StringComparison.Ordinal)).ShouldContain(one => one.EndsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void Half_of_the_facts_are_none() => Read(Facts.Replace("\"draft\": false,", "", StringComparison.Ordinal)).Value.ShouldBeNull();

    [Fact]
    public void Two_documents_are_none() => Problems($"{Facts}\n---\n{Facts}")[0].ShouldEndWith("load/unknown-kind");

    [Fact]
    public void More_than_a_file_may_be_is_not_read()
    {
        string labels = string.Join(", ", Enumerable.Repeat("\"l\"", 1_100_000));

        Problems(Facts.Replace("\"labels\": []", $"\"labels\": [{labels}]", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldEndWith("load/limit");
    }

    [Fact]
    public void Facts_in_the_repository_are_the_word_of_whoever_wrote_the_change()
    {
        using Scratch scratch = new();
        scratch.Write("facts.yaml", Facts);

        scratch.Collect(".").Problems.ShouldHaveSingleItem().Id.ShouldBe("load/unknown-kind");
    }

    private static string[] Problems(string text) =>
        [.. Read(text).Problems.Select(one => $"{one.Location.File}:{one.Location.Span.StartLine}:{one.Location.Span.StartColumn} {one.Id}")];

    private static Reading<Document?> Read(string text)
    {
        using Scratch scratch = new();
        return FactsReader.Read(scratch.Write("facts.json", text), "facts.json");
    }
}
