// The law of a place holds for the data that lies there. Patients were told where their data is kept.
// Regions of the environment, its buckets and backups, and the nodes that its pods may run on lie in the declared residency.

return new Policy<Subject, Sites>
{
    Title       = "Data stays in the declared residency",
    Severity    = Critical,
    Controls    = [Hipaa("164.308(b)(1)"), Nist80053("SA-9(5)"), Nist80053("CP-6"), Iso27001("A.5.31"), Iso27001("A.5.34")],
    Remediation = "Move it into a region of the residency, or declare in spec.residency what was agreed on; tell the law of your own sites in the parameter jurisdictions.",
    Subjects    = estate => [.. estate.Environments, .. estate.RegionReferences],
    Evaluate    = (subject, sites) => (subject, subject.Environment) switch
    {
        (_, { IsDeclared: false }) => NotApplicable("no descriptor declares a residency"),
        (Environment environment, { IsProduction: true }) when environment["spec.residency"].Count == 0 =>
            Fail(environment["spec.residency"], "the descriptor does not declare where the data may lie"),
        (RegionReference reference, var environment) when environment["spec.residency"].Count > 0 => Inside(reference, environment["spec.residency"], sites),
        (Environment environment, _) when environment["spec.residency"].Count > 0 => Pass(environment["spec.residency"]),
        _ => NotApplicable("no residency is declared"),
    },
};

record Sites
{
    /// <summary>The law of sites of one's own, by their name: <c>basement: de</c>.</summary>
    public ImmutableArray<Site> Jurisdictions { get; init; } = [];
}

record Site
{
    public required string Region { get; init; }
    public required string Jurisdiction { get; init; }
}

Verdict Inside(RegionReference reference, Node residency, Sites sites)
{
    ImmutableArray<string> laws = [.. sites.Jurisdictions.Where(site => site.Region == reference.Region.Name).Select(site => site.Jurisdiction), .. reference.Region.Jurisdictions];
    return residency.Texts.Any(allowed => allowed == reference.Region.Name || laws.Contains(allowed.ToLowerInvariant()))
        ? Pass(reference.Node, residency)
        : laws.IsEmpty ? Fail(reference.Node, $"nobody knows where {reference.Node} is, so it cannot be shown to be in {string.Join(" or ", residency.Texts)}")
        : Fail(reference.Node, $"{reference.Node} is in {laws[0]}, and the data may lie in {string.Join(" or ", residency.Texts)} only");
}
