// The more harm a leak would do, the further an entity has to be kept from others.
// The declared tier is at least the weakest that is allowed for the declared data and class.
// Regulated production is never multi-tenant, whatever the parameters say.

return new Policy<Environment, Matrix>
{
    Title       = "The isolation tier is strong enough for the data",
    Severity    = Critical,
    Controls    = [Hipaa("164.308(a)(1)(ii)(B)"), Nist80053("SC-7(21)"), Nist80053("RA-2"), Iso27001("A.8.22")],
    Remediation = "Move the environment to a stronger tier, or the data to an environment that has one; declare both in the descriptor.",
    Subjects    = estate => estate.Environments,
    Evaluate    = (environment, matrix) => environment switch
    {
        { IsDeclared: false } => NotApplicable("no descriptor declares data or isolation"),
        { Data: null } => Undeclared(environment["spec.data"], "which data it holds: public, internal, confidential or regulated"),
        { Isolation: null } => Undeclared(environment["spec.isolation"], "its isolation tier"),
        _ => Judged(environment["spec.isolation"], environment, Weakest(environment, matrix)),
    },
};

record Matrix
{
    /// <summary>The weakest tier for each class of data, and of environment where one is given.</summary>
    public ImmutableArray<Tier> Tiers { get; init; } = [new() { Data = DataClass.Regulated, Weakest = Isolation.DedicatedNamespace }];
}

record Tier
{
    public DataClass Data { get; init; }
    public EnvironmentClass? Class { get; init; }
    public Isolation Weakest { get; init; }
}

Isolation Weakest(Environment environment, Matrix matrix)
{
    IEnumerable<Tier> tiers = matrix.Tiers.Where(tier => tier.Data == environment.Data);
    Isolation weakest = (tiers.FirstOrDefault(tier => tier.Class == environment.Class) ?? tiers.FirstOrDefault(tier => tier.Class is null))?.Weakest ?? default;
    bool isMinimum = environment is { Data: DataClass.Regulated, IsProduction: true } && weakest < Isolation.DedicatedNamespace;
    return isMinimum ? Isolation.DedicatedNamespace : weakest;
}

Verdict Judged(Node tier, Environment environment, Isolation weakest) => environment.Isolation >= weakest
    ? Pass(tier, environment["spec.data"], environment["spec.class"])
    : Fail(tier, $"{tier} is too weak for {environment["spec.data"]} data in {environment["spec.class"]}: {Declared.Write(weakest)} or stronger is needed");

Verdict Undeclared(Node place, string what) => place.IsMissing
    ? Fail(place, $"the descriptor does not declare {what}")
    : NotApplicable($"{place.Path} is no value that there is, which is a finding of its own");
