using System.Collections.Immutable;
using PolicyGate.Load.Cases;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Cli.Cases;

/// <summary>What came of a case.</summary>
internal sealed record CaseResult(CaseFile Case, string File, string Actual, ImmutableArray<string> Complaints)
{
    public bool IsMet => Complaints.IsEmpty;

    /// <summary>What the policy found in it.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The word of an expectation in file names and reports.</summary>
    public static string Word(Expectation expectation) => expectation switch
    {
        Expectation.Pass => "pass",
        Expectation.Fail => "fail",
        _ => "n-a",
    };

    /// <summary>Holds a case against what the policy said of it.</summary>
    /// <param name="file">Where the case comes from.</param>
    /// <param name="given">The case.</param>
    /// <param name="assessment">Of that policy alone.</param>
    /// <param name="isOutside">A case of somebody else's: it need not be judged to pass, and its lines are not marked.</param>
    public static CaseResult Of(CaseFile file, PolicyCase given, Assessment assessment, bool isOutside)
    {
        string actual = Actually(assessment);
        IEnumerable<string> complaints = given.Expectation switch
        {
            Expectation.Fail when actual == "fail" => isOutside ? [] : MarkComplaints(given, assessment),
            Expectation.Pass when actual == "n-a" && isOutside => [],
            _ when actual == Word(given.Expectation) => [],
            _ => [$"expected {Word(given.Expectation)}, but it is {actual}", .. assessment.Findings.Select(Describe)],
        };
        return new(file, given.File, actual, [.. complaints]) { Findings = assessment.Findings };
    }

    private static string Actually(Assessment assessment) => assessment switch
    {
        _ when assessment.Findings.Any(finding => finding.Verdict == Outcome.Error) => "error",
        { Findings.IsEmpty: false } => "fail",
        _ when assessment.Policies.Sum(policy => policy.Pass) > 0 => "pass",
        _ => "n-a",
    };

    private static IEnumerable<string> MarkComplaints(PolicyCase given, Assessment assessment)
    {
        if (given.Findings.IsEmpty)
        {
            return [];
        }

        List<Finding> unexpected = [.. assessment.Findings];
        List<string> complaints = [];
        foreach (ExpectedFinding expected in given.Findings)
        {
            Finding? found = unexpected.Find(finding => Meets(finding, expected));
            if (found is null)
            {
                complaints.Add($"line {expected.Line}: no finding that says '{expected.Message}'");
            }
            else
            {
                unexpected.Remove(found);
            }
        }

        return [.. complaints, .. unexpected.Select(finding => $"not expected: {Describe(finding)}")];
    }

    private static bool Meets(Finding finding, ExpectedFinding expected) =>
        finding.Location.Span.StartLine == expected.Line
        && finding.Message.Contains(expected.Message, StringComparison.Ordinal);

    private static string Describe(Finding finding) => $"line {finding.Location.Span.StartLine}: {finding.Message}";
}
