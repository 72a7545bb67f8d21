using PolicyGate.Model;
using PolicyGate.Texts;

namespace PolicyGate.Report.Tests;

/// <summary>Whatever the format, what goes to standard output ends in a build's log.</summary>
public class LogTests
{
    [Theory]
    [MemberData(nameof(HostileText.WithFormats), MemberType = typeof(HostileText))]
    public void No_text_from_outside_starts_a_command(string format, string text)
    {
        string report = Rendering.Render(format, Sample.Holding(text), Quoting(text));
        string[] names = [.. RunnerCommands.In(report).Select(command => command.Name)];
        names.ShouldBe(format == "github" ? ["error", "notice", "notice"] : []);
    }

    [Theory]
    [MemberData(nameof(HostileText.WithFormats), MemberType = typeof(HostileText))]
    public void No_text_from_outside_hides_anything(string format, string text)
    {
        string report = Rendering.Render(format, Sample.Holding(text), Quoting(text));
        VisibleText.Block(report).ShouldBe(report);
        report.ShouldNotContain('\t');
        report.ShouldNotContain('\r');
    }

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void The_console_shows_the_message_as_visible_text(string text) =>
        Rendering.Render("console", Sample.Holding(text)).ShouldContain(
            GuardedLines.BreakCommands(VisibleText.Line(text)).TrimEnd());

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void What_is_said_beside_the_reports_is_as_harmless(string text)
    {
        StringWriter output = new();
        LogLines.Write(output, $"policygate: {text}");
        LogLines.Write(output, text);
        RunnerCommands.In(output.ToString()).ShouldBeEmpty();
        VisibleText.Block(output.ToString()).ShouldBe(output.ToString());
        output.ToString().Count(character => character == '\n').ShouldBe(2);
    }

    [Fact]
    public void A_lone_surrogate_is_shown_in_every_format()
    {
        foreach (IReport report in Reports.All)
        {
            foreach (string text in HostileText.LoneSurrogates)
            {
                // SARIF and Markdown double the backslash, or write the number sign's or the brace's code.
                string shown = Rendering.Render(report.Format, Sample.Holding(text), Quoting(text));
                shown.ShouldMatch(@"\\u(\{|\\\{)(D83D|DE80)", report.Format);
                shown.Any(char.IsSurrogate).ShouldBeFalse(report.Format);
            }
        }
    }

    private static ReportContext Quoting(string text) => Rendering.Plain with { Source = new SameLine(text) };

    private sealed class SameLine(string text) : ISourceLines
    {
        public string? Line(string file, int line) => text;
    }
}
