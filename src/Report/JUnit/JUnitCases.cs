using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using PolicyGate.Texts;

namespace PolicyGate.Report.JUnit;

/// <summary>Findings and counts as test cases.</summary>
internal static class JUnitCases
{
    public static JUnitCase OfFinding(Finding finding) =>
        new(finding.Policy, Name(finding), Result(finding), Message(finding), Details(finding))
        {
            Severity = finding.Severity.Name(),
            File = finding.Location.File,
            Line = finding.Location.Span.StartLine,
        };

    public static JUnitCase OfTally(string policy, int judged, int passed) =>
        new(
            policy,
            "subjects that pass",
            passed > 0 ? JUnitResult.Passed : JUnitResult.Skipped,
            "no subject passed",
            $"{Words.Number(judged)} judged, {Words.Number(passed)} passed");

    public static JUnitCase OfVacuous(PolicySummary policy) =>
        new(
            policy.Id,
            "subjects that pass",
            JUnitResult.Skipped,
            "vacuous: it met no subject that it could judge",
            $"0 judged, {Words.Number(policy.NotApplicable)} not applicable");

    private static JUnitResult Result(Finding finding) => finding switch
    {
        { IsStanding: false } => JUnitResult.Skipped,
        { Verdict: Outcome.Error } => JUnitResult.Error,
        _ => JUnitResult.Failure,
    };

    private static string Name(Finding finding)
    {
        string subject = finding.Resource?.ToString() ?? finding.Location.File;
        return finding.Location.Path.Length > 0 ? $"{subject} {finding.Location.Path}" : subject;
    }

    private static string Message(Finding finding) =>
        finding.Waiver is { } waiver
            ? $"waived by {waiver.Approver} until {Words.Day(waiver.Expires)}: {finding.Message}"
            : finding.IsApart ? $"{finding.Standing.Reason()}: {finding.Message}"
            : finding.Message;

    private static string Details(Finding finding)
    {
        Location location = finding.Location;
        IEnumerable<(string Label, string Text)> facts =
        [
            ("severity", finding.Severity.Name()),
            ("message", finding.Message),
            ("file", Place(location)),
            ("path", location.Path),
            ("fix", FixText.Advice(finding)),
            ("controls", string.Join(", ", finding.Controls)),
            ("fingerprint", finding.Fingerprint),
            .. finding.Waiver is { } waiver ? Accepted(waiver) : [],
        ];
        return string.Join('\n', facts
            .Where(fact => fact.Text.Length > 0)
            .Select(fact => $"{fact.Label}: {VisibleText.Line(fact.Text)}"));
    }

    private static IEnumerable<(string Label, string Text)> Accepted(Waiver waiver) =>
    [
        ("waiver", waiver.Name),
        ("owner", waiver.Owner),
        ("ticket", waiver.Ticket),
        ("reason", Wording.Unwrapped(waiver.Reason)),
    ];

    private static string Place(Location location) => location.File.Length == 0
        ? ""
        : $"{location.File}:{Words.Number(location.Span.StartLine)}:{Words.Number(location.Span.StartColumn)}";
}
