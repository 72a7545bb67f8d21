using System.Collections.Immutable;
using PolicyGate.CodeHost;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Publish.Markdown;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.CheckRuns;

/// <summary>An annotation and how many findings it stands for.</summary>
/// <param name="Annotation">Its path is empty where there is no file that GitHub could show.</param>
/// <param name="Findings">Findings that say the same of the same place.</param>
internal sealed record PlannedAnnotation(Annotation Annotation, int Findings);

/// <summary>Findings as annotations, worst first, always in the same order.</summary>
internal static class AnnotationPlan
{
    /// <summary>
    /// More than anybody looks through, and 20 requests. Our own choice: GitHub documents no limit per check run, and a
    /// workflow's token has 1,000 requests an hour
    /// (<see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api">rate limits</see>).
    /// </summary>
    public const int Most = 1_000;

    /// <summary>So that a message stays below <see cref="GitHubLimits.AnnotationMessageBytes"/> in any script.</summary>
    private const int MessageCharacters = 20_000;

    /// <summary>Environments that are named.</summary>
    private const int Environments = 5;

    public static ImmutableArray<PlannedAnnotation> Of(IEnumerable<ReceivedFinding> findings) =>
        [.. FindingGroup.WorstFirst(findings).Select(group => new PlannedAnnotation(Annotate(group), group.Count))];

    private static Annotation Annotate(FindingGroup group)
    {
        ReceivedFinding finding = group.First;
        PlainRegion region = PlainRegion.Of(finding.Location.Span);
        bool isOneLine = region.StartLine == region.EndLine;
        return new()
        {
            Path = RepositoryPath.IsAddressable(finding.Location.File) ? finding.Location.File : "",
            StartLine = region.StartLine,
            EndLine = region.EndLine,
            StartColumn = isOneLine ? region.StartColumn : null,
            EndColumn = isOneLine ? region.EndColumn ?? region.StartColumn : null,
            Level = Level(finding),
            Title = PolicyText.Cut($"{Mark(finding)}{finding.Policy} ({finding.Severity.Name()})", GitHubLimits.AnnotationTitleCharacters),
            Message = PolicyText.Cut(Message(group), MessageCharacters),
        };
    }

    private static AnnotationLevel Level(ReceivedFinding finding) => finding switch
    {
        { IsStanding: false } => AnnotationLevel.Notice,
        { Verdict: Outcome.Error } => AnnotationLevel.Failure,
        { Severity: Severity.Critical or Severity.High } => AnnotationLevel.Failure,
        { Severity: Severity.Medium } => AnnotationLevel.Warning,
        _ => AnnotationLevel.Notice,
    };

    private static string Mark(ReceivedFinding finding) => finding switch
    {
        { IsWaived: true } => "waived: ",
        { IsApart: true } => $"{finding.Standing.Reason()}: ",
        { Verdict: Outcome.Error } => "not judged: ",
        _ => "",
    };

    private static string Message(FindingGroup group)
    {
        ReceivedFinding finding = group.First;
        string message = VisibleText.IsBlank(finding.Message) ? "(no message)" : finding.Message;
        return message
            + Line("In: ", Subject(group))
            + Line("Fix: ", finding.Advice)
            + Line("Accepted by: ", finding.Waiver is { } waiver ? $"{waiver.Approver} until {Words.Day(waiver.Expires)}" : "")
            + Line("Controls: ", string.Join(", ", finding.Controls));
    }

    private static string Subject(FindingGroup group)
    {
        int more = group.Environments.Length - Environments;
        IEnumerable<string> parts =
        [
            group.First.Resource?.ToString() ?? "",
            .. group.Environments.Take(Environments),
            more > 0 ? $"and {Words.Number(more)} more environments" : "",
        ];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Line(string label, string text) => text.Length > 0 ? $"\n{label}{text}" : "";
}
