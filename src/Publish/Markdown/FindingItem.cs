using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Markdown;

/// <summary>
/// A finding as an item of a list. Each line begins with something of ours, and no colon of ours follows a text, which
/// could make an emoji's name of it. A backslash at the end breaks the line.
/// </summary>
internal sealed class FindingItem(SourceLinks? links)
{
    /// <summary>Environments that are named; of more, the number is told.</summary>
    private const int Environments = 5;

    public string Standing(FindingGroup group)
    {
        ReceivedFinding finding = group.First;
        string old = finding.Standing == Model.Assessments.Standing.Counts ? "" : $", {finding.Standing.Reason()}";
        string unjudged = finding.Verdict == Outcome.Error ? ", could not be judged" : "";
        string fix = finding.Advice.Length > 0 ? $"\\\n  Fix: {MarkdownText.Line(finding.Advice)}" : "";
        return $"- **{finding.Severity.Name()}**{unjudged}{old}: {MarkdownText.Line(finding.Message)}\\\n"
            + $"  {Where(group)}{fix}\n";
    }

    public string Apart(FindingGroup group) =>
        $"- {group.First.Standing.Reason()}, {group.First.Severity.Name()}: {MarkdownText.Line(group.First.Message)}\\\n"
        + $"  {Where(group)}\n";

    public static string Fixed(FindingGroup group) =>
        $"- fixed, {group.First.Severity.Name()}: {MarkdownText.Line(group.First.Message)}\\\n"
        + $"  {MarkdownText.Code(group.First.Policy)}{Among(group.Environments)}\n";

    public string Waived(FindingGroup group)
    {
        ReceivedWaiver waiver = group.First.Waiver!;
        return $"- until **{Words.Day(waiver.Expires)}**, {group.First.Severity.Name()}: {MarkdownText.Line(group.First.Message)}\\\n"
            + $"  {Where(group)}\\\n"
            + $"  Approved by {MarkdownText.Line(waiver.Approver)}, owned by {MarkdownText.Line(waiver.Owner)}, ticket "
            + $"{MarkdownText.Line(waiver.Ticket)}, because {MarkdownText.Line(waiver.Reason)}\n";
    }

    /// <summary>A file and line as code, linked where it can be.</summary>
    public string Place(string file, int line)
    {
        if (file.Length == 0)
        {
            return "no file";
        }

        string code = MarkdownText.Code($"{file}:{Words.Number(line)}");
        return links?.To(file, line) is { } link ? $"[{code}]({link})" : code;
    }

    private string Where(FindingGroup group)
    {
        ReceivedFinding finding = group.First;
        string resource = finding.Resource is { } reference ? $", {MarkdownText.Line(reference.ToString())}" : "";
        string place = Place(finding.Location.File, finding.Location.Span.StartLine);
        return $"{MarkdownText.Code(finding.Policy)} at {place}{resource}{Among(group.Environments)}";
    }

    private static string Among(ImmutableArray<string> environments)
    {
        if (environments.IsEmpty)
        {
            return "";
        }

        int more = environments.Length - Environments;
        string named = string.Join(", ", environments.Take(Environments).Select(MarkdownText.Code));
        return more > 0 ? $" in {named} and {Words.Number(more)} more" : $" in {named}";
    }
}
