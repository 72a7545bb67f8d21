using System.Collections.Immutable;
using System.Text;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Texts;

namespace PolicyGate.Report.GitHub;

/// <summary>
/// Annotations by workflow commands
/// (<see href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands">reference</see>).
/// The worst come first, as many as the runner keeps; a closing notice says how many that are.
/// </summary>
public sealed class WorkflowCommandReport : IReport
{
    /// <summary>
    /// "10 warning annotations, 10 error annotations, and 10 notice annotations per step"
    /// (<see href="https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations">limits</see>).
    /// </summary>
    internal const int PerLevel = 10;

    /// <summary>
    /// What the runner keeps of a message, in characters
    /// (<see href="https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs">runner</see>).
    /// </summary>
    internal const int MessageLength = 4096;

    /// <summary>The longest title of an annotation ("The maximum size is 255 characters", checks API).</summary>
    private const int TitleLength = 255;

    private const string Error = "error";
    private const string Warning = "warning";
    private const string Notice = "notice";

    public string Format => "github";

    public void Write(Assessment assessment, ReportContext context, TextWriter output)
    {
        int shown = 0;
        // The runner adds an error of its own when the step fails, and the last notice is ours.
        Dictionary<string, int> left = new() { [Error] = PerLevel - 1, [Warning] = PerLevel, [Notice] = PerLevel - 1 };
        foreach (Finding finding in Ranking.WorstFirst(assessment.Findings))
        {
            string level = Level(finding);
            if (left[level]-- > 0)
            {
                output.Write(Command(level, finding));
                shown++;
            }
        }

        output.Write(Closing(assessment, shown));
    }

    private static string Level(Finding finding) => finding switch
    {
        { IsStanding: false } => Notice,
        { Verdict: Outcome.Error } => Error,
        { Severity: Severity.Critical or Severity.High } => Error,
        { Severity: Severity.Medium } => Warning,
        _ => Notice,
    };

    private static string Command(string level, Finding finding)
    {
        string title = VisibleText.Line($"{Mark(finding)}{finding.Policy} ({finding.Severity.Name()})");
        IEnumerable<string> properties =
            [.. Place(finding), "title=" + WorkflowCommandText.Property(Wording.Cut(title, TitleLength))];
        return $"::{level} {string.Join(',', properties)}::{WorkflowCommandText.Data(Message(finding))}\n";
    }

    private static string Mark(Finding finding) => finding switch
    {
        { IsWaived: true } => "waived: ",
        { IsApart: true } => $"{finding.Standing.Reason()}: ",
        { Verdict: Outcome.Error } => "not judged: ",
        _ => "",
    };

    private static ImmutableArray<string> Place(Finding finding)
    {
        if (finding.Location.File.Length == 0)
        {
            return [];
        }

        PlainRegion region = PlainRegion.Of(finding.Location.Span);
        string file = "file=" + WorkflowCommandText.Property(finding.Location.File);
        string lines = $"line={Words.Number(region.StartLine)},endLine={Words.Number(region.EndLine)}";
        return region.StartLine == region.EndLine ? [file, lines, .. Columns(region)] : [file, lines];
    }

    /// <summary>Only for what is on one line: the runner ignores them otherwise.</summary>
    private static IEnumerable<string> Columns(PlainRegion region)
    {
        yield return $"col={Words.Number(region.StartColumn)}";
        if (region.EndColumn is { } endColumn)
        {
            yield return $"endColumn={Words.Number(endColumn)}";
        }
    }

    private static string Message(Finding finding)
    {
        StringBuilder message = new();
        message.Append(VisibleText.Line(finding.Message));
        AppendLine(message, "In: ", Subject(finding));
        AppendLine(message, "Fix: ", FixText.Advice(finding));
        if (finding.Waiver is { } waiver)
        {
            AppendLine(message, "Accepted by: ", $"{waiver.Approver} until {Words.Day(waiver.Expires)}");
        }

        return Wording.Cut(GuardedLines.BreakCommands(message.ToString()), MessageLength);
    }

    private static string Subject(Finding finding)
    {
        string resource = finding.Resource?.ToString() ?? "";
        return string.Join(", ", new[] { resource, finding.Environment }.Where(part => part.Length > 0));
    }

    private static void AppendLine(StringBuilder message, string label, string text)
    {
        if (text.Length > 0)
        {
            message.Append('\n').Append(label).Append(VisibleText.Line(text));
        }
    }

    private static string Closing(Assessment assessment, int shown)
    {
        int all = assessment.Findings.Length;
        string count = $"{Words.Number(shown)} of {Words.Count(all, "finding", "findings")} shown here";
        string rest = shown < all ? "; the other reports have them all" : "";
        string notice = GateAdvice.For(assessment) + (all > 0 ? $"\n{count}{rest}." : "");
        return $"::{Notice} title=PolicyGate%3A gate {assessment.Gate.Name()}::{WorkflowCommandText.Data(notice)}\n";
    }
}
