using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Report.Tests;

/// <summary>Assessments made for one test.</summary>
internal static class Sample
{
    /// <summary>A finding, a waived finding and a verdict, in which every text from outside is the one given.</summary>
    public static Assessment Holding(string text)
    {
        Location place = new(text, text, new Span(3, 5, 3, 9));
        ResourceReference resource = new("v1", text, text, text);
        Finding finding = Finding(Severity.High) with
        {
            Policy = text,
            Message = text,
            Environment = text,
            Resource = resource,
            Location = place,
            Fingerprint = text,
            Controls = [text],
            Remediation = text,
        };
        return Of([finding, finding with { Waiver = Waiver(text), Fix = Fix(text) }]) with
        {
            Profile = text,
            Environments = [new EnvironmentSummary(text, text, 1)],
            Policies = [Policy(text)],
            Judgements =
            [
                new Judgement
                {
                    Policy = text,
                    Environment = text,
                    Resource = resource,
                    Subject = text,
                    Outcome = Outcome.Pass,
                    Reason = text,
                    Evidence = [new Evidence(place, text, text)],
                },
            ],
            Files = [new FileAccount(text, 1, text)],
        };
    }

    public static Assessment Of(IEnumerable<Finding> findings) => new()
    {
        Gate = Gate.Closed,
        Now = new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero),
        FailOn = Severity.Low,
        Profile = "default",
        Environments = [new EnvironmentSummary("default", "", 1)],
        Resources = 1,
        Policies = [],
        Judgements = [],
        Findings = [.. findings],
        Files = [],
    };

    public static Finding Finding(Severity severity) => new()
    {
        Policy = "images/digest-required",
        Severity = severity,
        Verdict = Outcome.Fail,
        Message = "it names no digest",
        Environment = "default",
        Location = new Location("base/odoo.yaml", "spec.image", new Span(3, 5, 3, 9)),
        Fingerprint = "f",
    };

    private static PolicySummary Policy(string text) => new()
    {
        Id = text,
        Title = text,
        Severity = Severity.High,
        Controls = [text],
        Remediation = text,
        Reason = text,
        Pass = 1,
        Fail = 1,
        Waived = 0,
        Error = 0,
        NotApplicable = 0,
    };

    private static Waiver Waiver(string text) => new()
    {
        Name = text,
        Policy = text,
        Reason = text,
        Ticket = text,
        Owner = text,
        Approver = text,
        Expires = new DateOnly(2027, 1, 31),
        Location = new Location(text, "", Span.Start),
    };

    private static Fix Fix(string text) =>
        new(
            new Route(text, 0, [Step.Field(text)]),
            FixOperation.Set,
            new FixValue.Map([KeyValuePair.Create(text, (FixValue)text)]))
        {
            Edits = [new TextEdit(text, Span.Start, text)],
        };
}
