// A backup that nobody ever restored is a hope. The restore test tells whether the data comes back, and in what time.
// Production says when it was last tried, not too long ago, and which file of the repository records it.

return new Policy<Environment, Limits>
{
    Title       = "The last restore test is recent and recorded",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(D)"), Nist80053("CP-4"), Nist80053("CP-9(1)"), Iso27001("A.8.13")],
    Remediation = "Restore into a separate environment, write down what came back and in what time, and declare the day and the file in spec.recovery.",
    Subjects    = estate => estate.Environments,
    Evaluate    = (environment, limits) =>
        !environment.IsDeclared ? NotApplicable("no descriptor declares a restore test")
        : !environment.IsProduction ? NotApplicable($"{environment.Description} is not production")
        : All([Recent(environment["spec.recovery.lastRestoreTest"], environment.Today, limits), Recorded(environment["spec.recovery.evidence"], environment)]) switch
        {
            { Outcome: Outcome.Pass } when environment.HasFile(environment["spec.recovery.evidence"]) is null =>
                NotApplicable($"nobody looked whether {environment["spec.recovery.evidence"]} exists"),
            var verdict => verdict,
        },
};

record Limits
{
    /// <summary>How long ago the last test may be.</summary>
    public Duration MaxAge { get; init; } = "183d";
}

Verdict Recent(Node day, DateOnly today, Limits limits) =>
    day.IsMissing ? Fail(day, "no restore test is declared")
    : !DateOnly.TryParseExact(day.Text, "yyyy-MM-dd", out var tested) ? Fail(day, $"{day} is no day such as 2026-10-02")
    : tested > today ? Fail(day, $"the restore test of {day} has not taken place yet")
    : today.DayNumber - tested.DayNumber > limits.MaxAge.Span.TotalDays ? Fail(day, $"the last restore test was {today.DayNumber - tested.DayNumber} days ago, more than {limits.MaxAge.Span.TotalDays}")
    : Pass(day);

Verdict Recorded(Node evidence, Environment environment) =>
    evidence.IsMissing ? Fail(evidence, "nothing records the restore test: name the file in spec.recovery.evidence")
    : environment.HasFile(evidence) == false ? Fail(evidence, $"{evidence} is no file of the repository, or is empty")
    : Pass(evidence);
