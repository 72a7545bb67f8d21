using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Report.Markdown;
using PolicyGate.Texts;

namespace PolicyGate.Report.Tests;

/// <summary>Reads the report with a Markdown parser that knows what GitHub's knows beyond the standard.</summary>
public partial class MarkdownTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseAutoLinks()
        .UseTaskLists()
        .UseFootnotes()
        .UseAlertBlocks()
        .UseEmojiAndSmiley(enableSmileys: false)
        .UseMathematics()
        .Build();

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void Only_text_comes_out(string text)
    {
        MarkdownDocument hostile = Parse(Rendering.Render("markdown", Sample.Holding(text)));
        MarkdownDocument harmless = Parse(Rendering.Render("markdown", Sample.Holding("harmless")));
        Structure(hostile).ShouldBe(Structure(harmless));
        Active().Match(Literals(hostile)).Value.ShouldBe("");
    }

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void The_message_comes_out_as_visible_text(string text)
    {
        MarkdownDocument report = Parse(Rendering.Render("markdown", Sample.Holding(text)));
        string visible = GuardedLines.BreakCommands(VisibleText.Line(text)).TrimEnd();
        // The first item of the list of findings is the severity, then the message.
        ParagraphBlock item = report.Descendants<ListItemBlock>().First().Descendants<ParagraphBlock>().First();
        string.Concat(item.Inline!.TakeWhile(inline => inline is not LineBreakInline).Select(Text))
            .ShouldBe($"high: {visible}");
    }

    [Fact]
    public void A_report_fits_into_a_check_run_and_says_what_is_missing()
    {
        IEnumerable<Finding> findings = Enumerable.Repeat(Sample.Finding(Severity.Low), 5_000)
            .Append(Sample.Finding(Severity.Critical));
        string report = Rendering.Render("markdown", Sample.Of(findings));
        report.Length.ShouldBeInRange(MarkdownReport.Limit * 9 / 10, MarkdownReport.Limit);
        report.IndexOf("**critical**", StringComparison.Ordinal)
            .ShouldBeLessThan(report.IndexOf("**low**", StringComparison.Ordinal));
        report.ShouldMatch(@"\*\*\d+ of 5001 findings shown: there is no room for more here\.");
    }

    [Fact]
    public void Many_environments_leave_room_for_the_findings()
    {
        IEnumerable<Finding> findings = Enumerable.Range(0, 5_000)
            .Select(number => Sample.Finding(Severity.Low) with { Environment = $"clinic-{number}" });
        string report = Rendering.Render("markdown", Sample.Of(findings));
        report.Length.ShouldBeLessThanOrEqualTo(MarkdownReport.Limit);
        report.ShouldMatch(@"\d+ of 5000 rows shown");
        report.ShouldMatch(@"\d\d\d of 5000 findings shown");
    }

    private static MarkdownDocument Parse(string report) => Markdig.Markdown.Parse(report, Pipeline);

    /// <summary>The kinds of all that was recognised, but for plain text and code, which are text both.</summary>
    private static string[] Structure(MarkdownDocument document) =>
    [
        .. document.Descendants()
            .Where(part => part is not (LiteralInline or CodeInline or HtmlEntityInline))
            .Select(part => part is HtmlBlock html ? html.Lines.ToString() : part.GetType().Name),
    ];

    private static string Literals(MarkdownDocument document) =>
        string.Join('\n', document.Descendants<LiteralInline>().Select(Text));

    private static string Text(MarkdownObject inline) => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        ContainerInline container => string.Concat(container.Select(Text)),
        _ => throw new ArgumentException($"{inline.GetType().Name} is no text"),
    };

    /// <summary>What GitHub looks for in text after Markdown was read.</summary>
    [GeneratedRegex(@"@\w|#\d|\bGH-\d|https?:/|www\.|\b[0-9a-f]{7,40}\b|:\w+:|\$", RegexOptions.IgnoreCase)]
    private static partial Regex Active();
}
