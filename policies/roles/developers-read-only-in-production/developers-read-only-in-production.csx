// What developers change by hand in production is in no pull request: nobody reviewed it, and the next sync undoes it.
// Developers may look. What they change goes through git.

return new Policy<AccessList, Naming>
{
    Title       = "Developers cannot write in production",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(4)(i)"), Nist80053("CM-5"), Nist80053("AC-6"), Iso27001("A.8.31"), Iso27001("A.8.2")],
    Remediation = "Bind the developers' group to a role that only reads, such as view; let changes be made through git.",
    Subjects    = estate => estate.AccessLists,
    Evaluate    = (access, naming) =>
        !access.Environment.IsProduction ? NotApplicable(access.Environment.IsDeclared ? "the environment is not production" : "no descriptor says whether this is production")
        : All(access.Grants.Select(grant => Judge(access, grant, naming)).Append(Declared(access)), "nobody is given anything"),
};

record Naming
{
    /// <summary>Words of a group's name that make it a developers' group where no descriptor lists it.</summary>
    public ImmutableArray<string> Words { get; init; } = ["dev", "devs", "developer", "developers", "development", "engineers", "programmers"];
}

Verdict Judge(AccessList access, AccessGrant grant, Naming naming) =>
    access.WhyIn(grant, "developers", naming.Words) is not { } why ? NotApplicable($"{grant.Name} is no developer")
    : grant.MayWrite || grant.MayExecute ? Fail(grant, $"{grant.Name} {why}, and {What(grant)}")
    : Pass($"{grant.Access} only reads", grant);

string What(AccessGrant grant) =>
    !grant.IsKnown ? $"is bound to {grant.Access}, which is not among the manifests and may grant anything"
    : grant.MayWrite ? $"may write in production by {grant.Access}"
    : $"may open shells in production by {grant.Access}";

Verdict Declared(AccessList access) =>
    access.Declares("developers") ? Pass(access.Environment["spec.roles.developers"])
    : Fail(access.Environment["spec.roles.developers"], $"{access.Environment.Name} does not say who develops, so nobody can tell what developers may do");
