using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Report.Json;
using PolicyGate.Texts;

namespace PolicyGate.Report.Sarif;

/// <summary>What SARIF calls a rule: a policy, or a kind of problem that the gate itself reports.</summary>
internal sealed record SarifRule(
    string Id, string Title, string Reason, string Remediation, Severity Severity, ImmutableArray<string> Controls)
{
    /// <summary>The rules of all that is shown, and of the other policies that were asked.</summary>
    public static ImmutableArray<SarifRule> Of(Assessment assessment, ImmutableArray<PlacedFinding> shown)
    {
        Dictionary<string, PolicySummary> policies = assessment.Policies.ToDictionary(policy => policy.Id);
        IEnumerable<SarifRule> met = shown.Select(placed => policies.TryGetValue(placed.Finding.Policy, out var policy)
            ? OfPolicy(policy)
            : OfProblem(placed.Finding));
        IEnumerable<SarifRule> others = assessment.Policies.Take(SarifLimits.OtherRulesPerRun).Select(OfPolicy);
        return [.. met.Concat(others).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.Text("id", Id);
        json.Text("name", Wording.Cut(PascalCase(Id), SarifLimits.NameLength));
        WriteText(json, "shortDescription", Description(Title));
        WriteText(json, "fullDescription", Description(Reason.Length > 0 ? Wording.Unwrapped(Reason) : Title));
        WriteHelp(json);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", SarifResult.Level(Severity));
        json.WriteEndObject();
        WriteProperties(json);
        json.WriteEndObject();
    }

    private static SarifRule OfPolicy(PolicySummary policy) => new(
        policy.Id, policy.Title, policy.Reason, policy.Remediation, policy.Severity, policy.Controls);

    private static SarifRule OfProblem(Finding finding) => new(
        finding.Policy, $"Problem: {finding.Policy}", "", finding.Remediation, finding.Severity, finding.Controls);

    private static string Description(string text) => Wording.Cut(text, SarifLimits.DescriptionLength);

    /// <summary>No paragraph begins with text from outside, which could make a heading or a list of it.</summary>
    private void WriteHelp(Utf8JsonWriter json)
    {
        ImmutableArray<(string Lead, string Text)> parts =
        [
            .. new[] { ("Policy", Title), ("Why", Wording.Unwrapped(Reason)), ("Fix", Wording.Unwrapped(Remediation)) }
                .Where(part => part.Item2.Length > 0),
        ];
        json.WriteStartObject("help");
        json.Block("text", string.Join("\n\n", parts.Select(part => VisibleText.Line(part.Text))));
        json.Block(
            "markdown", string.Join("\n\n", parts.Select(part => $"**{part.Lead}:** {MarkdownText.Line(part.Text)}")));
        json.WriteEndObject();
    }

    private void WriteProperties(Utf8JsonWriter json)
    {
        json.WriteStartObject("properties");
        json.Texts("tags", Controls.Prepend("security").Take(SarifLimits.TagsPerRule));
        json.WriteString("precision", "very-high");
        json.WriteString("problem.severity", Severity == Severity.Low ? "recommendation" : SarifResult.Level(Severity));
        json.WriteString("security-severity", Score(Severity));
        json.WriteEndObject();
    }

    /// <summary>In the middle of GitHub's bands: over 9.0 critical, 7.0 high, 4.0 medium, 0.1 low.</summary>
    private static string Score(Severity severity) => severity switch
    {
        Severity.Critical => "9.5",
        Severity.High => "8.0",
        Severity.Medium => "5.5",
        Severity.Low => "2.0",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    private static string PascalCase(string id) => string.Concat(
        id.Split(['/', '-', '.', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.Text("text", text);
        json.WriteEndObject();
    }
}
