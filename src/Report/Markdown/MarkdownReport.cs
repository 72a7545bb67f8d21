using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report.Markdown;

/// <summary>What a reviewer and an auditor read, in a comment, a check run or a job's summary, or as a file.</summary>
public sealed class MarkdownReport : IReport
{
    /// <summary>
    /// The least of GitHub's limits on Markdown, in characters: "summary … Maximum length: 65535 characters"
    /// (<see href="https://docs.github.com/en/rest/checks/runs#create-a-check-run">checks API</see>).
    /// </summary>
    internal const int Limit = 65_535;

    /// <summary>So that many environments cannot keep the findings out.</summary>
    private const int TableLimit = Limit / 4;

    public string Format => "markdown";

    public bool NeedsJudgements => true;

    public void Write(Assessment assessment, ReportContext context, TextWriter output)
    {
        MarkdownBudget text = new(Limit);
        WriteVerdict(text, assessment);
        WriteTable(text, assessment);
        WriteFindings(text, assessment);
        WriteWaived(text, assessment);
        WriteApart(text, assessment);
        WriteFixed(text, assessment);
        PolicyDetails.Write(text, assessment);
        output.Write(text.ToString());
    }

    private static void WriteVerdict(MarkdownBudget text, Assessment assessment)
    {
        Totals totals = new(assessment);
        ImmutableArray<Finding> open = [.. assessment.Findings.Where(finding => finding.IsStanding)];
        string severities = open.IsEmpty ? "" : $" ({Ranking.BySeverity(open)})";
        text.Add($"## PolicyGate: gate {assessment.Gate.Name()}\n\n");
        text.Add($"**{Words.Count(open.Length, "finding", "findings")}**{severities}, ");
        text.Add($"{Words.Number(totals.WaivedFindings)} waived. ");
        text.Add($"{Words.Count(assessment.Policies.Sum(policy => policy.Subjects), "subject", "subjects")} judged by ");
        text.Add($"{Words.Count(assessment.Policies.Length, "policy", "policies")} in ");
        text.Add($"{Words.Count(assessment.Environments.Length, "environment", "environments")}; ");
        text.Add($"{Words.Count(totals.SetAside, "file", "files")} set aside.\n\n");
        text.Add($"{GateAdvice.For(assessment)}\n");
        text.Add(assessment.Comparison is { } comparison ? $"\nSince {Wording.Commit(comparison)}: {Wording.Change(comparison)}.\n" : "");
        foreach (ClusterSummary cluster in assessment.Clusters ?? [])
        {
            text.Add($"\n{MarkdownText.Line(Wording.Seen(cluster))}\n");
        }

        string missing = Wording.MissingIsolation(assessment);
        text.Add(missing.Length > 0 ? $"\nIsolation is incomplete: {MarkdownText.Line(missing)}.\n" : "");
    }

    private static void WriteTable(MarkdownBudget text, Assessment assessment)
    {
        ImmutableArray<FamilyTally> tallies = FamilyTally.Of(assessment);
        if (tallies.IsEmpty)
        {
            return;
        }

        text.Add("\n| environment | family | judged | passed | findings | waived |\n");
        text.Add("|---|---|--:|--:|--:|--:|\n");
        int shown = text.AddAll(tallies.Select(Row), atMost: TableLimit);
        if (shown < tallies.Length)
        {
            text.Add($"\n{Shown(shown, tallies.Length, "rows")}\n");
        }
    }

    private static string Row(FamilyTally tally) =>
        $"| {(tally.Environment.Length > 0 ? MarkdownText.CellCode(tally.Environment) : "(none)")} | {MarkdownText.Cell(tally.Family)} | "
        + string.Join(" | ", new[] { tally.Judged, tally.Passed, tally.Findings, tally.Waived }.Select(Words.Number)) + " |\n";

    private static void WriteFindings(MarkdownBudget text, Assessment assessment)
    {
        ImmutableArray<Finding> open = Ranking.WorstFirst(assessment.Findings.Where(finding => finding.IsStanding));
        WriteList(text, "Findings", [.. open.Select(FindingItem.Open)], "findings");
    }

    private static void WriteWaived(MarkdownBudget text, Assessment assessment)
    {
        IEnumerable<Finding> waived = assessment.Findings.Where(finding => finding.IsWaived)
            .OrderBy(finding => finding.Waiver!.Expires);
        WriteList(text, "Waived", [.. waived.Select(FindingItem.Waived)], "waived findings");
    }

    private static void WriteApart(MarkdownBudget text, Assessment assessment)
    {
        IEnumerable<Finding> apart = Ranking.WorstFirst(assessment.Findings.Where(finding => finding.IsApart));
        WriteList(text, "Not of this change", [.. apart.Select(FindingItem.Apart)], "findings that do not count");
    }

    private static void WriteFixed(MarkdownBudget text, Assessment assessment)
    {
        IEnumerable<Finding> gone = Ranking.WorstFirst(assessment.Comparison?.Fixed ?? []);
        WriteList(text, "Fixed by this change", [.. gone.Select(FindingItem.Gone)], "findings that are gone");
    }

    private static void WriteList(MarkdownBudget text, string heading, ImmutableArray<string> items, string what)
    {
        if (items.IsEmpty)
        {
            return;
        }

        text.Add($"\n### {heading}\n\n");
        int shown = text.AddAll(items, atMost: Limit);
        if (shown < items.Length)
        {
            text.Add($"\n{Shown(shown, items.Length, what)}\n");
        }
    }

    internal static string Shown(int shown, int all, string what) =>
        $"**{Words.Number(shown)} of {Words.Number(all)} {what} shown: there is no room for more here. "
        + "The JSON report has all.**";
}
