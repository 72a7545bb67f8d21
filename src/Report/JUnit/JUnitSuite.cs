using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report.JUnit;

internal enum JUnitResult
{
    Passed,
    Failure,
    Error,
    Skipped,
}

/// <summary>One line of a test report. The name stays the same from run to run, so that trends can be drawn.</summary>
internal sealed record JUnitCase(string Policy, string Name, JUnitResult Result, string Message, string Details)
{
    public string Severity { get; init; } = "";

    public string File { get; init; } = "";

    public int Line { get; init; }
}

/// <summary>An environment as a suite of tests.</summary>
internal sealed record JUnitSuite(string Name, ImmutableArray<JUnitCase> Cases)
{
    private const string OfNoEnvironment = "(not in an environment)";
    private const string Vacuous = "(policies that met no subject)";

    public static IReadOnlyList<JUnitSuite> Of(Assessment assessment)
    {
        ILookup<string, Finding> findings = assessment.Findings.ToLookup(finding => finding.Environment);
        ILookup<string, Judgement> judgements = assessment.Judgements.ToLookup(judgement => judgement.Environment);
        IEnumerable<string> names =
        [
            "",
            .. assessment.Environments.Select(environment => environment.Name),
            .. findings.Select(group => group.Key),
            .. judgements.Select(group => group.Key),
        ];
        IEnumerable<JUnitSuite> suites = names.Distinct(StringComparer.Ordinal).Select(name => new JUnitSuite(
            name.Length > 0 ? name : OfNoEnvironment,
            [.. findings[name].Select(JUnitCases.OfFinding), .. Tallies(judgements[name])]));
        JUnitSuite vacuous = new(
            Vacuous, [.. assessment.Policies.Where(policy => policy.IsVacuous).Select(JUnitCases.OfVacuous)]);
        return [.. suites.Append(vacuous).Where(suite => !suite.Cases.IsEmpty).Select(Numbered)];
    }

    private static IEnumerable<JUnitCase> Tallies(IEnumerable<Judgement> judgements) => judgements
        .Where(judgement => judgement.Outcome != Outcome.NotApplicable)
        .GroupBy(judgement => judgement.Policy)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => JUnitCases.OfTally(
            group.Key, group.Count(), group.Count(judgement => judgement.Outcome == Outcome.Pass)));

    /// <summary>Readers take two cases of one name for one.</summary>
    private static JUnitSuite Numbered(JUnitSuite suite)
    {
        Dictionary<(string, string), int> seen = [];
        return suite with { Cases = [.. suite.Cases.Select(testCase => Numbered(testCase, seen))] };
    }

    private static JUnitCase Numbered(JUnitCase testCase, Dictionary<(string, string), int> seen)
    {
        int times = seen[(testCase.Policy, testCase.Name)] =
            seen.GetValueOrDefault((testCase.Policy, testCase.Name)) + 1;
        return times == 1 ? testCase : testCase with { Name = $"{testCase.Name} ({Words.Number(times)})" };
    }
}
