using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report.Markdown;

/// <summary>Folded away: for each policy how many subjects were judged and passed, and some of the evidence.</summary>
internal static class PolicyDetails
{
    /// <summary>Verdicts shown per policy; the JSON report has all.</summary>
    private const int Examples = 2;

    /// <summary>How much of a value is shown, in characters.</summary>
    private const int ValueLength = 120;

    public static void Write(MarkdownBudget text, Assessment assessment)
    {
        if (assessment.Policies.IsEmpty)
        {
            return;
        }

        text.Add("\n<details><summary>Policies: what was judged, what passed, and on what evidence</summary>\n\n");
        ILookup<string, Judgement> passes = assessment.Judgements
            .Where(judgement => judgement.Outcome == Outcome.Pass)
            .ToLookup(judgement => judgement.Policy);
        IEnumerable<PolicySummary> judged = assessment.Policies.Where(policy => !policy.IsVacuous);
        ImmutableArray<string> items =
        [
            .. judged.Select(policy => Item(policy, passes[policy.Id])),
            .. assessment.Policies.Where(policy => policy.IsVacuous).Select(Vacuous),
        ];
        int shown = text.AddAll(items, MarkdownReport.Limit);
        if (shown < items.Length)
        {
            text.Add($"\n{MarkdownReport.Shown(shown, items.Length, "policies")}\n");
        }

        text.Add("\n</details>\n");
    }

    private static string Vacuous(PolicySummary policy) => $"- {MarkdownText.Code(policy.Id)}: met no subject\n";

    private static string Item(PolicySummary policy, IEnumerable<Judgement> passes)
    {
        int judged = policy.Pass + policy.Fail + policy.Waived + policy.Error;
        IEnumerable<(int Number, string What)> others =
        [
            (policy.Fail, "failed"),
            (policy.Waived, "waived"),
            (policy.Error, "not judged for an error"),
            (policy.NotApplicable, "not applicable"),
        ];
        string rest = string.Concat(others
            .Where(other => other.Number > 0)
            .Select(other => $", {Words.Number(other.Number)} {other.What}"));
        string counts = $"{Words.Number(judged)} judged, {Words.Number(policy.Pass)} passed{rest}";
        return $"- {MarkdownText.Code(policy.Id)}: {counts}\n{string.Concat(passes.Take(Examples).Select(Example))}";
    }

    private static string Example(Judgement pass)
    {
        string seen = pass.Evidence.IsDefaultOrEmpty ? "" : $", {Seen(pass.Evidence[0])}";
        return $"  - for {MarkdownText.Line(Wording.Cut(pass.Subject, ValueLength))}{seen}\n";
    }

    private static string Seen(Evidence evidence)
    {
        string path = MarkdownText.Code(Wording.Cut(evidence.Path, ValueLength));
        string value = MarkdownText.Code(Wording.Cut(evidence.Value, ValueLength));
        return $"{path} is {(value.Length > 0 ? value : "not set")} at {FindingItem.Place(evidence.Location)}";
    }
}
