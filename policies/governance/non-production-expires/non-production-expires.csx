// A test environment that nobody removes goes on holding copies of data, credentials and open ports,
// while nobody patches it any more. Temporary environments say when they go away, and are gone by then.

return new Policy<Environment, Temporary>
{
    Title       = "Temporary environments have an end date",
    Severity    = Medium,
    Controls    = [Nist80053("CM-2"), Nist80053("SR-12"), Iso27001("A.8.10"), Iso27001("A.8.31")],
    Remediation = "Set spec.expires in the descriptor to the day on which the environment goes away, and remove the environment by then or agree on a new day.",
    Subjects    = estate => estate.Environments,
    Evaluate    = Ends,
};

record Temporary
{
    /// <summary>The classes that are for a time. Any environment that declares an end is held to it.</summary>
    public ImmutableArray<string> Classes { get; init; } = ["development", "test", "training"];

    /// <summary>From today on: an end that nobody will live to see is none.</summary>
    public Duration Maximum { get; init; } = "366d";
}

Verdict Ends(Environment environment, Temporary temporary) =>
    !environment.IsDeclared ? NotApplicable("no descriptor says whether this is temporary")
    : environment["spec.expires"] is var expires && expires.IsMissing
        ? temporary.Classes.Contains(environment["spec.class"].Text)
            ? Fail(expires, $"{environment.Name} is for {environment["spec.class"]} and has no end date: spec.expires is not set")
            : NotApplicable($"the class {environment["spec.class"]} is not temporary")
    : ExpiryDate.Of(expires).Day is not { } day ? Fail(expires, $"{expires} is not a day such as 2026-12-31")
    : day < environment.Today ? Fail(expires, $"{environment.Name} was to go away on {day:yyyy-MM-dd}, and is still there")
    : !environment.IsProduction && day > environment.Today.AddDays((int)temporary.Maximum.Span.TotalDays)
        ? Fail(expires, $"{environment.Name} goes away on {day:yyyy-MM-dd}, more than {temporary.Maximum} from now")
    : Pass(expires);
