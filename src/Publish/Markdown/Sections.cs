using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Markdown;

/// <summary>The parts that check runs, comments and summaries are made of.</summary>
internal sealed class Sections(Publication publication, BudgetedText text)
{
    /// <summary>So that many environments cannot keep the findings out.</summary>
    private const double TableShare = 0.25;

    /// <summary>A waiver that ends within this many days is about to expire.</summary>
    private const int DaysBeforeExpiry = 30;

    /// <summary>Kinds that are named in one row.</summary>
    private const int MostKinds = 5;

    private readonly ReceivedReport report = publication.Report;
    private readonly FindingItem item = new(publication.Links);

    public void Heading() => text.Add($"## {report.Gate.Symbol()} {MarkdownText.Line(publication.Name)} · gate {report.Gate.Name()}\n\n");

    public void Verdict()
    {
        if (report.IsUnreadable)
        {
            text.Add("**Nothing is known of this commit:** there is no report that can be read. Mend that, then run again.\n");
            return;
        }

        ReceivedFinding[] standing = [.. report.Standing];
        int waived = report.Findings.Count(finding => finding.IsWaived);
        string severities = standing.Length > 0 ? $" ({Wording.BySeverity(standing)})" : "";
        text.Add($"**{Words.Count(standing.Length, "finding", "findings")}**{severities}, {Words.Number(waived)} waived");
        text.Add(report.Comparison is { } comparison
            ? $". Against {MarkdownText.Code(comparison.Revision)}: **{Wording.Change(comparison)}**.\n"
            : ".\n");
        text.Add($"{Words.Count(report.Summary.Subjects, "verdict", "verdicts")} by ");
        text.Add($"{Words.Count(report.Summary.Policies, "policy", "policies")} on ");
        text.Add($"{Words.Count(report.Summary.Resources, "object", "objects")} in ");
        text.Add($"{Words.Count(report.Summary.Environments, "environment", "environments")}.\n\n");
        text.Add($"{Wording.Advice(report)}\n");
    }

    /// <summary>What is wrong with the report itself.</summary>
    public void Problems()
    {
        if (!report.Problems.IsEmpty)
        {
            text.Add("\n### Why nothing is certain\n\n");
            text.AddAll(report.Problems, problem => $"- {MarkdownText.Line(problem)}\n", "problems", share: TableShare);
        }
    }

    public void Foreign()
    {
        if (publication.IsForeign)
        {
            text.Add("\nThis comes from the artifact of a run that the change itself could influence. It is for reading; what ");
            text.Add("decides is the conclusion of that run's own job.\n");
        }
    }

    public void Table()
    {
        ImmutableArray<ReceivedFamily> families = report.Families.IsEmpty ? [.. OfPolicies()] : report.Families;
        if (families.IsEmpty)
        {
            return;
        }

        text.Add("\n| environment | family | judged | passed | findings | waived |\n|---|---|--:|--:|--:|--:|\n");
        text.AddAll(families, Row, "rows", share: TableShare);
    }

    /// <summary>What was read of live clusters: a scan that saw nothing must not look like one that found nothing.</summary>
    public void Clusters()
    {
        if (!report.Clusters.IsEmpty)
        {
            text.Add("\n| cluster | read at | objects | kinds | not known |\n|---|---|--:|--:|---|\n");
            text.AddAll(report.Clusters, Row, "clusters", share: TableShare);
        }
    }

    public void Unaffected()
    {
        ImmutableArray<string> names = report.Comparison?.Unaffected ?? [];
        if (!names.IsEmpty)
        {
            text.Add("\nThe change cannot affect these environments, whose result is that of the revision before:\n\n");
            text.AddAll(names, name => $"- {MarkdownText.Code(name)}\n", "environments", share: TableShare / 2);
        }
    }

    public void Findings(int most = int.MaxValue, string rest = "the JSON report has all") => List(
        "Findings", "findings", report.Standing, item.Standing, most, rest);

    public void Waived() => List("Waived", "waived findings", report.Findings.Where(one => one.IsWaived), item.Waived);

    public void Fixed(int most = int.MaxValue) =>
        List("Fixed", "fixed findings", report.Comparison?.Fixed ?? [], FindingItem.Fixed, most);

    public void Apart() => List("Not of this change", "findings that do not count", report.Findings.Where(one => one.IsApart), item.Apart);

    public void ExpiringWaivers()
    {
        DateOnly today = DateOnly.FromDateTime((report.Now ?? publication.Now).UtcDateTime);
        IGrouping<ReceivedWaiver, ReceivedFinding>[] waivers =
        [
            .. report.Findings.Where(finding => finding.Waiver?.Expires.DayNumber - today.DayNumber <= DaysBeforeExpiry)
                .GroupBy(finding => finding.Waiver!)
                .OrderBy(group => group.Key.Expires),
        ];
        if (waivers.Length > 0)
        {
            text.Add("\n### Waivers about to expire\n\n");
            text.AddAll(waivers, group => Expiring(group.Key, group.Count(), today), "waivers", share: TableShare);
        }
    }

    /// <summary>Folded away: how each policy fared, and what was seen where.</summary>
    public void Evidence()
    {
        if (report.Policies.IsEmpty)
        {
            return;
        }

        ILookup<string, ReceivedPass> passes = report.Passes.ToLookup(pass => pass.Policy, StringComparer.Ordinal);
        text.Add("\n<details><summary>What was judged, what passed, and what was seen where</summary>\n\n");
        ReceivedPolicy[] policies = [.. report.Policies.OrderBy(policy => policy.Judged == 0)];
        text.AddAll(policies, policy => PolicyItem.Of(policy, passes[policy.Id], item), "policies");
        text.Add("\n</details>\n");
    }

    public void Run()
    {
        if (publication.RunUrl is { } run)
        {
            text.Add($"\n[The run with the whole report]({run.AbsoluteUri})\n");
        }
    }

    private void List(
        string heading,
        string what,
        IEnumerable<ReceivedFinding> findings,
        Func<FindingGroup, string> write,
        int most = int.MaxValue,
        string rest = "the JSON report has all")
    {
        ImmutableArray<FindingGroup> groups = FindingGroup.WorstFirst(findings);
        if (!groups.IsEmpty)
        {
            text.Add($"\n### {heading}\n\n");
            text.AddAll(groups, write, what, most, rest: rest);
        }
    }

    private static string Row(ReceivedFamily family) =>
        $"| {(family.Environment.Length > 0 ? MarkdownText.CellCode(family.Environment) : "(none)")} | {MarkdownText.Cell(family.Family)} | "
        + string.Join(" | ", new[] { family.Judged, family.Passed, family.Findings, family.Waived }.Select(Words.Number)) + " |\n";

    private static string Row(ReceivedCluster cluster)
    {
        string when = cluster.TakenAt is { } taken ? taken.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "never";
        string unknown = cluster.KindsUnknown.IsEmpty && !cluster.IsComplete
            ? "not all was read"
            : string.Join(", ", cluster.KindsUnknown.Take(MostKinds).Select(MarkdownText.Cell));
        string more = cluster.KindsUnknown.Length > MostKinds ? $" and {Words.Number(cluster.KindsUnknown.Length - MostKinds)} more" : "";
        return $"| {MarkdownText.CellCode(cluster.Context)} | {when} | {Words.Number(cluster.Objects)} | {Words.Number(cluster.KindsRead)} | {unknown}{more} |\n";
    }

    /// <summary>For reports that do not count by environment.</summary>
    private IEnumerable<ReceivedFamily> OfPolicies() => report.Policies
        .Where(policy => policy.Judged > 0)
        .GroupBy(policy => policy.Id.Split('/')[0])
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new ReceivedFamily(
            "all", group.Key, group.Sum(one => one.Judged), group.Sum(one => one.Pass), group.Sum(one => one.Fail + one.Error), group.Sum(one => one.Waived)));

    private static string Expiring(ReceivedWaiver waiver, int findings, DateOnly today)
    {
        int days = waiver.Expires.DayNumber - today.DayNumber;
        string when = days < 0 ? "expired" : $"in {Words.Count(days, "day", "days")}";
        return $"- **{Words.Day(waiver.Expires)}** ({when}) {MarkdownText.Code(waiver.Name)}, owned by {MarkdownText.Line(waiver.Owner)}, "
            + $"ticket {MarkdownText.Line(waiver.Ticket)}, covers {Words.Count(findings, "finding", "findings")}\n";
    }
}
