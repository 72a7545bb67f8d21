using PolicyGate.CodeHost.GitHub;

namespace PolicyGate.Publish.Markdown;

/// <summary>The one comment in the conversation of a pull request.</summary>
internal static class CommentText
{
    /// <summary>More make nobody read them; the check run has them all.</summary>
    private const int Findings = 10;

    /// <summary>Within <see cref="GitHubLimits.CommentCharacters"/>.</summary>
    /// <param name="publication">What is told.</param>
    /// <param name="mark">The hidden line by which the comment is found again.</param>
    /// <param name="checkRun">Where everything can be read; null when there is no check run.</param>
    public static string Of(Publication publication, string mark, Uri? checkRun)
    {
        BudgetedText text = BudgetedText.OfCharacters(GitHubLimits.CommentCharacters);
        text.Add($"{mark}\n");
        Sections sections = new(publication, text);
        sections.Heading();
        sections.Verdict();
        sections.Problems();
        sections.Foreign();
        sections.Findings(Findings, checkRun is null ? "the summary of the run has more" : "the check run has more");
        sections.Fixed(Findings);
        sections.ExpiringWaivers();
        sections.Unaffected();
        text.Add($"\nJudged at `{publication.Commit[..7]}`{Link(checkRun, "check run")}{Link(publication.RunUrl, "run")}\n");
        return text.ToString();
    }

    private static string Link(Uri? uri, string what) => uri is null ? "" : $" · [{what}]({uri.AbsoluteUri})";
}
