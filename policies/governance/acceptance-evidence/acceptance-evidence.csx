// Before patients depend on it, somebody saw that it restores, that it is fast enough, that it can be taken back and that
// its interfaces work. Production points at the four records, so that an auditor finds them a year later.

return new Policy<Environment, Evidence>
{
    Title       = "Production points at its acceptance evidence",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(8)"), Nist80053("SA-11"), Nist80053("CM-4"), Iso27001("A.8.29"), Iso27001("A.8.32")],
    Remediation = "Put the records into the repository and name them in spec.evidence: restoreTest, performance, rollback, integrations.",
    Subjects    = estate => estate.Environments,
    Evaluate    = (environment, evidence) =>
        !environment.IsDeclared ? NotApplicable("no descriptor declares evidence")
        : !environment.IsProduction ? NotApplicable($"{environment.Description} is not production")
        : Each(evidence.Required, kind => Shown(Place(environment, kind), environment)) switch
        {
            { Outcome: Outcome.Pass } when evidence.Required.Any(kind => environment.HasFile(Place(environment, kind)) is null) =>
                NotApplicable("nobody looked whether the files of spec.evidence exist"),
            var verdict => verdict,
        },
};

record Evidence
{
    /// <summary>The fields of spec.evidence that have to name a file.</summary>
    public ImmutableArray<string> Required { get; init; } = ["restoreTest", "performance", "rollback", "integrations"];
}

// The restore test has a place of its own, too.
Node Place(Environment environment, string kind) =>
    environment["spec.evidence"].Field(kind) is var place && place.IsMissing && kind == "restoreTest" && environment["spec.recovery.evidence"] is { Exists: true } restore
        ? restore
        : place;

Verdict Shown(Node place, Environment environment) =>
    place.IsMissing ? Fail(place, $"{place.Path} does not name the file with the evidence")
    : environment.HasFile(place) == false ? Fail(place, $"{place} is no file of the repository, or is empty")
    : Pass(place);
