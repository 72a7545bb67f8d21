using System.Globalization;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Markdown;

/// <summary>What a check run shows.</summary>
internal static class CheckRunText
{
    /// <summary>Within <see cref="GitHubLimits.CheckSummaryBytes"/>.</summary>
    /// <param name="publication">What is told.</param>
    /// <param name="annotations">How many are shown of how many, in a sentence of ours; may be empty.</param>
    public static string Summary(Publication publication, string annotations)
    {
        BudgetedText text = BudgetedText.OfBytes(GitHubLimits.CheckSummaryBytes);
        Sections sections = new(publication, text);
        sections.Verdict();
        text.Add(annotations.Length > 0 ? $"\n{annotations}\n" : "");
        sections.Problems();
        sections.Foreign();
        sections.Table();
        sections.Clusters();
        sections.Unaffected();
        sections.ExpiringWaivers();
        sections.Findings();
        sections.Fixed();
        sections.Waived();
        sections.Apart();
        sections.Run();
        return text.ToString();
    }

    /// <summary>What was judged and seen, within <see cref="GitHubLimits.CheckTextBytes"/>; null when there is nothing.</summary>
    public static string? Evidence(Publication publication)
    {
        BudgetedText text = BudgetedText.OfBytes(GitHubLimits.CheckTextBytes);
        new Sections(publication, text).Evidence();
        return text.ToString() is { Length: > 0 } evidence ? evidence : null;
    }

    /// <summary><c>1000 of 1200 findings are annotated</c>, and why not all; empty when there is nothing to annotate.</summary>
    public static string Annotated(int shown, int all, string because) =>
        all == 0 ? ""
        : shown == all ? string.Create(CultureInfo.InvariantCulture, $"All {Words.Count(all, "finding", "findings")} annotated.")
        : $"**{Words.Number(shown)} of {Words.Count(all, "finding", "findings")} annotated{because}.**";
}
