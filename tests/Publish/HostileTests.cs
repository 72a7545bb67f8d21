using System.Text.Json.Nodes;
using PolicyGate.CodeHost;
using PolicyGate.Publish.CheckRuns;
using PolicyGate.Publish.Comments;
using PolicyGate.Publish.Markdown;
using PolicyGate.Publish.Received;
using PolicyGate.Publish.Suggestions;

namespace PolicyGate.Publish.Tests;

/// <summary>Nothing from a manifest, a message, a file or a branch becomes more than text.</summary>
public class HostileTests
{
    private static readonly SourceLinks Links = new(new("https://github.com"), RepositoryName.Parse("o/r")!, Reports.Commit);

    public static TheoryData<string> Texts => HostileText.Texts;

    [Theory]
    [MemberData(nameof(Texts))]
    public void Only_text_comes_out(string text)
    {
        foreach (Func<Publication, string> page in Pages)
        {
            string hostile = page(Publication(text));
            MarkdownReading.Structure(hostile).ShouldBe(MarkdownReading.Structure(page(Publication("harmless"))), customMessage: hostile);
            MarkdownReading.Active(hostile).ShouldBe("", customMessage: hostile);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Links_lead_to_the_repository_only(string text)
    {
        string? link = Links.To(text, 3);
        if (link is not null)
        {
            link.ShouldStartWith($"https://github.com/o/r/blob/{Reports.Commit}/");
            link.ShouldNotContain(")");
            link.ShouldNotContain(" ");
            Uri.TryCreate(link, UriKind.Absolute, out Uri? uri).ShouldBeTrue();
            uri!.Host.ShouldBe("github.com");
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_workflow_command_is_one_line_of_ours(string text)
    {
        string output = WorkflowCommands.Of(Reports.Read(Reports.Holding(text)), $"because {text}");
        string[] lines = output.TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(4);
        lines.ShouldAllBe(line => line.StartsWith("::error ") || line.StartsWith("::notice "));
        output.ShouldNotContain("##[");
        output.ShouldNotContain("\r");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_suggestion_is_one_block(string text)
    {
        JsonObject json = Reports.Holding(text);
        json["findings"]![0]!["fix"] = JsonNode.Parse(
            """{"operation":"set","path":"a","value":"b","edits":[{"file":"a.yaml","startLine":2,"startColumn":1,"endLine":3,"endColumn":1,"replacement":"````x\n"}]}""");
        ReceivedFinding finding = Reports.Read(json).Findings[0];
        Suggestion suggestion = Suggestion.Of(finding, DiffLines.Parse("@@ -1,3 +1,3 @@\n a\n+b\n c")).ShouldNotBeNull();
        string body = suggestion.Comment("<!-- mark -->").Body;
        MarkdownReading.Structure(body).Count(part => part == "code suggestion").ShouldBe(1);
        MarkdownReading.Active(body).ShouldBe("");
        body.ShouldEndWith("`````suggestion\n````x\n`````\n");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_name_does_not_end_the_mark(string text)
    {
        CommentMark mark = new(text, new(5, 1));
        mark.ToString().Split("-->").Length.ShouldBe(3);
        mark.IsIn(mark.ToString()).ShouldBeTrue();
        CommentMark.RunOf($"{mark}\nbody").ShouldBe(new RunIdentity(5, 1));
    }

    private static IEnumerable<Func<Publication, string>> Pages =>
    [
        publication => CheckRunText.Summary(publication, "All findings annotated."),
        publication => CheckRunText.Evidence(publication).ShouldNotBeNull(),
        publication => CommentText.Of(publication, new CommentMark("PolicyGate", new(5, 1)).ToString(), null),
        publication => JobSummary.Of(publication, 0),
        publication => JobSummary.Notes([.. publication.Report.Findings.Select(finding => finding.Message)]),
    ];

    private static Publication Publication(string text) => Reports.Publication(Reports.Holding(text));
}
