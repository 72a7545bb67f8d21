// Where care stops when the system stops, a neighbour's load, mistake or outage must not be able to stop it.
// A tier-1 entity runs on a cluster or in an account of its own.

return new Policy<Environment, Need>
{
    Title       = "Tier-1 environments have a cluster or an account of their own",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(E)"), Nist80053("CP-2(8)"), Nist80053("RA-9"), Iso27001("A.8.14")],
    Remediation = "Move the environment to a cluster or an account of its own and declare that in spec.isolation, or declare the criticality that it really has.",
    Subjects    = estate => estate.Environments,
    Evaluate    = (environment, need) => environment switch
    {
        { IsDeclared: false } => NotApplicable("no descriptor declares criticality or isolation"),
        { Criticality: "", IsProduction: true } => Fail(environment["spec.criticality"], "the descriptor does not declare how critical the environment is: tier-1, tier-2, tier-3 or tier-4"),
        { Criticality: "" } => NotApplicable($"{environment.Description} is not production and declares no criticality"),
        _ when !need.Criticalities.Contains(environment.Criticality) => NotApplicable($"{environment.Description} is {environment.Criticality}"),
        { Isolation: null } when environment["spec.isolation"].IsMissing => Fail(environment["spec.isolation"], "the descriptor does not declare its isolation tier"),
        { Isolation: null } => NotApplicable("spec.isolation is no value that there is, which is a finding of its own"),
        { Isolation: var tier } when tier >= need.Weakest => Pass(environment["spec.isolation"], environment["spec.criticality"]),
        _ => Fail(environment["spec.isolation"], $"{environment["spec.isolation"]} is too weak for {environment.Criticality}: {Declared.Write(need.Weakest)} or stronger is needed"),
    },
};

record Need
{
    /// <summary>The criticalities that ask for it.</summary>
    public ImmutableArray<string> Criticalities { get; init; } = ["tier-1"];

    /// <summary>The weakest tier that is enough for them.</summary>
    public Isolation Weakest { get; init; } = Isolation.DedicatedCluster;
}
