using System.Collections.Immutable;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report.Console;

/// <summary>What stands at the end of the console's report, where people look first.</summary>
internal sealed class SummaryLines(Palette palette, GuardedLines lines)
{
    private static readonly string[] Headings =
        ["policy", "severity", "judged", "passed", "failed", "waived", "errors"];

    public void Write(Assessment assessment)
    {
        Totals totals = new(assessment);
        WriteTable([.. assessment.Policies.Where(HasFindings)]);
        WritePassed(assessment, totals);
        WriteFindings(assessment, totals);
        string missing = Wording.MissingIsolation(assessment);
        if (missing.Length > 0)
        {
            lines.Write($"isolation is incomplete: {VisibleText.Line(missing)}");
        }

        foreach (ClusterSummary cluster in assessment.Clusters ?? [])
        {
            lines.Write(VisibleText.Line(Wording.Seen(cluster)));
        }

        if (assessment.Comparison is { } comparison)
        {
            lines.Write($"since {Wording.Commit(comparison)}: {Wording.Change(comparison)}");
        }

        string gate = palette.Of(assessment.Gate, $"gate {assessment.Gate.Name()}");
        lines.Write($"{gate}. {GateAdvice.For(assessment)}");
    }

    private static bool HasFindings(PolicySummary policy) => policy.Fail + policy.Waived + policy.Error > 0;

    private void WriteTable(ImmutableArray<PolicySummary> policies)
    {
        if (policies.IsEmpty)
        {
            return;
        }

        ImmutableArray<string[]> rows =
        [
            Headings,
            .. policies.OrderByDescending(policy => (int)policy.Severity)
                .ThenBy(policy => policy.Id, StringComparer.Ordinal)
                .Select(Row),
        ];
        int width = rows.Max(row => TextCells.Width(row[0]));
        foreach (string[] row in rows)
        {
            string id = row[0] + new string(' ', width - TextCells.Width(row[0]));
            string line = $"{id}  {row[1],-8}{string.Concat(row.Skip(2).Select(cell => cell.PadLeft(8)))}";
            lines.Write(row == Headings ? palette.Faint(line) : line);
        }

        lines.Write();
    }

    private static string[] Row(PolicySummary policy) =>
    [
        VisibleText.Line(policy.Id),
        policy.Severity.Name(),
        Words.Number(policy.Pass + policy.Fail + policy.Waived + policy.Error),
        Words.Number(policy.Pass),
        Words.Number(policy.Fail),
        Words.Number(policy.Waived),
        Words.Number(policy.Error),
    ];

    private void WritePassed(Assessment assessment, Totals totals)
    {
        ImmutableArray<PolicySummary> passed =
            [.. assessment.Policies.Where(policy => !HasFindings(policy) && !policy.IsVacuous)];
        string policies = Words.Count(passed.Length, "policy", "policies");
        string subjects = Words.Count(passed.Sum(policy => policy.Pass), "subject", "subjects");
        string vacuous = totals.Vacuous > 0 ? $", {Words.Number(totals.Vacuous)} vacuous (met no subject)" : "";
        lines.Write($"{policies} passed on {subjects}{vacuous}");
        string resources = Words.Count(assessment.Resources, "resource", "resources");
        string environments = Words.Count(assessment.Environments.Length, "environment", "environments");
        string aside = totals.SetAside > 0 ? $"; {Words.Count(totals.SetAside, "file", "files")} set aside" : "";
        lines.Write($"{resources} in {environments}{aside}");
    }

    private void WriteFindings(Assessment assessment, Totals totals)
    {
        if (assessment.Findings.IsEmpty)
        {
            return;
        }

        Finding[] open = [.. assessment.Findings.Where(finding => finding.IsStanding)];
        string severities = totals.OpenFindings > 0 ? $": {Ranking.BySeverity(open)}" : "";
        string waived = totals.WaivedFindings > 0 ? $"; {Words.Number(totals.WaivedFindings)} waived" : "";
        string apart = totals.ApartFindings > 0 ? $"; {Words.Number(totals.ApartFindings)} not of this change" : "";
        lines.Write($"{Words.Count(totals.OpenFindings, "finding", "findings")}{severities}{waived}{apart}");
    }
}
