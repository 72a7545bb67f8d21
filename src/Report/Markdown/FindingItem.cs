using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using PolicyGate.Texts;

namespace PolicyGate.Report.Markdown;

/// <summary>
/// A finding as an item of a list. Each line begins with something of ours, and no colon of ours follows a text, which
/// could make an emoji's name of it. A backslash at the end breaks the line.
/// </summary>
internal static class FindingItem
{
    /// <summary>Longer texts are cut, so that one finding cannot take the room of all others; in characters.</summary>
    private const int TextLength = 2_000;

    public static string Open(Finding finding)
    {
        string unjudged = finding.Verdict == Outcome.Error ? $", {Wording.Unjudged(finding)}" : "";
        string advice = FixText.Advice(finding);
        string fix = advice.Length > 0 ? $"\\\n  Fix: {Text(advice)}" : "";
        string clauses = string.Join(", ", finding.Controls);
        string controls = clauses.Length > 0 ? $"\\\n  Controls: {Text(clauses)}" : "";
        return $"- **{finding.Severity.Name()}**{unjudged}: {Text(finding.Message)}\\\n"
            + $"  {MarkdownText.Code(finding.Policy)} at {Where(finding)}{fix}{controls}\n";
    }

    public static string Waived(Finding finding)
    {
        Waiver waiver = finding.Waiver!;
        return $"- until **{Words.Day(waiver.Expires)}**, {finding.Severity.Name()}: {Text(finding.Message)}\\\n"
            + $"  {MarkdownText.Code(finding.Policy)} at {Where(finding)}\\\n"
            + $"  Approved by {Text(waiver.Approver)}, owned by {Text(waiver.Owner)}, ticket {Text(waiver.Ticket)}, because "
            + $"{Text(Wording.Unwrapped(waiver.Reason))}\n";
    }

    public static string Apart(Finding finding) =>
        $"- {finding.Standing.Reason()}, {finding.Severity.Name()}: {Text(finding.Message)}\\\n"
        + $"  {MarkdownText.Code(finding.Policy)} at {Where(finding)}\n";

    /// <summary>One that is gone.</summary>
    public static string Gone(Finding finding) =>
        $"- {finding.Severity.Name()}: {Text(finding.Message)}\\\n  {MarkdownText.Code(finding.Policy)} was at {Where(finding)}\n";

    public static string Place(Location location) => location.File.Length == 0
        ? "no file"
        : MarkdownText.Code($"{location.File}:{Words.Number(location.Span.StartLine)}");

    private static string Where(Finding finding)
    {
        string resource = finding.Resource is { } reference ? $", {Text(reference.ToString())}" : "";
        string environment = finding.Environment.Length > 0 ? $" in {MarkdownText.Code(finding.Environment)}" : "";
        return Place(finding.Location) + resource + environment;
    }

    private static string Text(string text) => MarkdownText.Line(Wording.Cut(text, TextLength));
}
