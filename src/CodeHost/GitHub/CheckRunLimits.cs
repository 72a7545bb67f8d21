using System.Collections.Immutable;

namespace PolicyGate.CodeHost.GitHub;

/// <summary>What a check run must keep to (<see href="https://docs.github.com/rest/checks/runs#create-a-check-run">API</see>).</summary>
internal static class CheckRunLimits
{
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Hold(NewCheckRun run)
    {
        Limit.NotBlank(run.Name, "the check run's name");
        Limit.Characters(run.Name, GitHubLimits.CheckTitleCharacters, "the check run's name");
        Limit.Sha(run.HeadSha);
        Conclusion(run.Status, run.Conclusion);
        Limit.That(run.CompletedAt is null || run.Conclusion is not null, "completed without a conclusion");
        Limit.WebAddress(run.DetailsUrl);
        Output(run.Output);
    }

    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Hold(CheckRunUpdate update)
    {
        Conclusion(update.Status, update.Conclusion);
        Limit.That(update.CompletedAt is null || update.Conclusion is not null, "completed without a conclusion");
        Limit.WebAddress(update.DetailsUrl);
        Output(update.Output);
    }

    private static void Conclusion(CheckStatus? status, CheckConclusion? conclusion) => Limit.That(
        status == CheckStatus.Completed == conclusion is not null,
        "a check run has a conclusion when it is completed, and only then");

    private static void Output(CheckOutput? output)
    {
        if (output is null)
        {
            return;
        }

        Limit.NotBlank(output.Title, "the title");
        Limit.Characters(output.Title, GitHubLimits.CheckTitleCharacters, "the title");
        Limit.Bytes(output.Summary, GitHubLimits.CheckSummaryBytes, "the summary");
        Limit.Bytes(output.Text ?? "", GitHubLimits.CheckTextBytes, "the text");
        ImmutableArray<Annotation> annotations = output.Annotations.IsDefault ? [] : output.Annotations;
        Limit.That(annotations.Length <= GitHubLimits.AnnotationsPerRequest, $"{annotations.Length} annotations in one request");
        foreach (Annotation annotation in annotations)
        {
            Place(annotation);
            Texts(annotation);
        }
    }

    private static void Place(Annotation annotation)
    {
        Limit.That(IsBelowRoot(annotation.Path), $"'{annotation.Path}' is no path from the repository's root");
        Limit.That(annotation.StartLine >= 1 && annotation.EndLine >= annotation.StartLine, "the lines of an annotation");
        bool hasColumns = annotation.StartColumn is not null || annotation.EndColumn is not null;
        Limit.That(!hasColumns || annotation.StartLine == annotation.EndLine, "columns of an annotation over several lines");
        Limit.That(
            annotation.StartColumn is null or >= 1 && annotation.EndColumn is null or >= 1
                && !(annotation.EndColumn < annotation.StartColumn),
            "the columns of an annotation");
    }

    private static void Texts(Annotation annotation)
    {
        Limit.NotBlank(annotation.Message, "an annotation's message");
        Limit.Bytes(annotation.Message, GitHubLimits.AnnotationMessageBytes, "an annotation's message");
        Limit.Bytes(annotation.RawDetails, GitHubLimits.AnnotationRawDetailsBytes, "an annotation's details");
        Limit.Characters(annotation.Title, GitHubLimits.AnnotationTitleCharacters, "an annotation's title");
    }

    private static bool IsBelowRoot(string path) =>
        path.Length > 0 && !path.Contains('\\', StringComparison.Ordinal) && path.Split('/').All(part => part is not ("" or "." or ".."));
}
