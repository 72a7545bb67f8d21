using System.Collections.Immutable;
using PolicyGate.CodeHost;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Markdown;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.CheckRuns;

/// <summary>
/// Annotations as lines on standard output, for runs whose token may not make a check run
/// (<see href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands">reference</see>).
/// </summary>
public static class WorkflowCommands
{
    /// <summary>
    /// "10 warning annotations, 10 error annotations, and 10 notice annotations per step"
    /// (<see href="https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations">limits</see>). All
    /// steps of a composite action share them.
    /// </summary>
    public const int PerLevel = 10;

    /// <summary>
    /// What the runner keeps of a message, in characters
    /// (<see href="https://github.com/actions/runner/blob/main/src/Runner.Worker/ExecutionContext.cs">runner</see>).
    /// </summary>
    public const int MessageCharacters = 4_096;

    /// <summary>The worst findings, and a notice that says how many these are of how many, and why they stand here.</summary>
    public static string Of(ReceivedReport report, string because)
    {
        // The runner adds an error of its own when the step fails, and the last notice is ours.
        Dictionary<AnnotationLevel, int> left = new()
        {
            [AnnotationLevel.Failure] = PerLevel - 1,
            [AnnotationLevel.Warning] = PerLevel,
            [AnnotationLevel.Notice] = PerLevel - 1,
        };
        ImmutableArray<PlannedAnnotation> all = AnnotationPlan.Of(report.Findings);
        ImmutableArray<PlannedAnnotation> shown = [.. all.Where(planned => left[planned.Annotation.Level]-- > 0)];
        string closing = $"{Wording.Verdict(report)}\n{Words.Number(shown.Sum(one => one.Findings))} of "
            + $"{Words.Count(all.Sum(one => one.Findings), "finding", "findings")} shown here; the summary has more.\n{because}";
        return string.Concat(shown.Select(planned => Command(planned.Annotation)))
            + $"::notice title=PolicyGate::{Data(closing)}\n";
    }

    private static string Command(Annotation annotation)
    {
        IEnumerable<string> properties = [.. Place(annotation), "title=" + WorkflowCommandText.Property(annotation.Title)];
        return $"::{Word(annotation.Level)} {string.Join(',', properties)}::{Data(annotation.Message)}\n";
    }

    private static string Data(string message) => WorkflowCommandText.Data(PolicyText.Cut(message, MessageCharacters));

    private static string Word(AnnotationLevel level) => level switch
    {
        AnnotationLevel.Failure => "error",
        AnnotationLevel.Warning => "warning",
        _ => "notice",
    };

    private static IEnumerable<string> Place(Annotation annotation)
    {
        if (annotation.Path.Length == 0)
        {
            yield break;
        }

        yield return $"file={WorkflowCommandText.Property(annotation.Path)}";
        yield return $"line={Words.Number(annotation.StartLine)}";
        yield return $"endLine={Words.Number(annotation.EndLine)}";
        if (annotation is { StartColumn: { } start, EndColumn: { } end })
        {
            yield return $"col={Words.Number(start)}";
            yield return $"endColumn={Words.Number(end)}";
        }
    }
}
