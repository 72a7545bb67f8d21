using System.Collections.Immutable;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using PolicyGate.Texts;

namespace PolicyGate.Report.Console;

/// <summary>One finding on the console.</summary>
internal sealed class FindingLines(ReportContext context, Palette palette, GuardedLines lines)
{
    /// <summary>For the line's number; the marks under it stand behind as much space.</summary>
    private const int NumberWidth = 9;

    /// <summary>More lines of a fix than these are counted, not shown.</summary>
    private const int FixLines = 8;

    private static readonly string Indent = new(' ', NumberWidth + 3);

    public void Write(Finding finding)
    {
        if (finding.Waiver is { } waiver)
        {
            WriteWaived(finding, waiver);
            return;
        }

        if (finding.IsApart)
        {
            WriteFolded(finding, "known", finding.Standing.Reason());
            return;
        }

        string severity = palette.Of(finding.Severity, finding.Severity.Name().PadRight(NumberWidth + 1));
        string unjudged = finding.Verdict == Outcome.Error ? $"  {Wording.Unjudged(finding)}" : "";
        string policy = palette.Bold(VisibleText.Line(finding.Policy));
        lines.Write($"  {severity}{policy}  {Place(finding.Location)}{unjudged}");
        lines.Write($"{Indent}{Subject(finding)}{VisibleText.Line(finding.Message)}");
        WriteExcerpt(finding);
        WriteFix(finding);
        lines.Write();
    }

    private void WriteWaived(Finding finding, Waiver waiver)
    {
        string accepted = VisibleText.Line(
            $"approved by {waiver.Approver} until {Words.Day(waiver.Expires)} ({waiver.Ticket})");
        WriteFolded(finding, "waived", accepted);
    }

    /// <summary>What does not count takes one line.</summary>
    private void WriteFolded(Finding finding, string mark, string why)
    {
        string policy = VisibleText.Line(finding.Policy);
        lines.Write(palette.Faint($"  {mark,-10}{policy}  {Place(finding.Location)}  {why}"));
        lines.Write();
    }

    private static string Place(Location location) => location.File.Length == 0
        ? "(no file)"
        : $"{VisibleText.Line(location.File)}:{Words.Number(location.Span.StartLine)}"
            + $":{Words.Number(location.Span.StartColumn)}";

    private static string Subject(Finding finding) =>
        finding.Resource is { } resource ? $"{VisibleText.Line(resource.ToString())}: " : "";

    private void WriteExcerpt(Finding finding)
    {
        Span span = finding.Location.Span;
        if (context.Source.Line(finding.Location.File, span.StartLine) is not { } line || line.AsSpan().Trim().IsEmpty)
        {
            return;
        }

        if (HoldsSecret(finding))
        {
            lines.Write($"{Margin(Words.Number(span.StartLine))}(not quoted: it may hold a secret)");
            return;
        }

        Excerpt excerpt = Excerpt.Of(line, span, context.Width - Indent.Length);
        lines.Write($"{Margin(Words.Number(span.StartLine))}{excerpt.Line}");
        lines.Write($"{Margin("")}{palette.Caret(excerpt.Marks)}");
    }

    private void WriteFix(Finding finding)
    {
        ImmutableArray<ChangedLine> changes = finding.Fix is { } fix && !HoldsSecret(finding)
            ? EditPreview.Of(fix, context.Source)
            : [];
        string advice = FixText.Advice(finding);
        if (changes.IsEmpty && advice.Length > 0)
        {
            lines.Write($"{"fix:",NumberWidth + 1}  {VisibleText.Line(advice)}");
        }

        string label = "fix:";
        foreach (ChangedLine change in changes.Take(FixLines))
        {
            lines.Write($"{label,NumberWidth + 1} {Changed(change)}");
            label = "";
        }

        if (changes.Length > FixLines)
        {
            lines.Write($"{Indent}... {Words.Count(changes.Length - FixLines, "more line", "more lines")}");
        }
    }

    private string Changed(ChangedLine change)
    {
        string text = $"{change.Sign} {Excerpt.Of(change.Text, Span.Start, context.Width - Indent.Length).Line}";
        return change.Sign == '-' ? palette.Removed(text) : palette.Added(text);
    }

    private string Margin(string number) => palette.Faint($"{number,NumberWidth} | ");

    /// <summary>What stands in a Secret is not for logs, which more people read than the repository.</summary>
    private static bool HoldsSecret(Finding finding) => finding.Resource?.Kind == "Secret";
}
