// Support and consultants come and go, often from other companies. Whoever reads the database's password,
// or opens a shell in a pod that has it, reads every patient's record without leaving a trace in the application.

return new Policy<AccessList, Naming>
{
    Title       = "Support and implementation cannot read Secrets or open shells",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(3)(i)"), Hipaa("164.308(a)(4)(i)"), Hipaa("164.312(a)(1)"), Nist80053("AC-6"), Nist80053("AC-3"), Iso27001("A.8.3")],
    Remediation = "Bind the group to a role without secrets, pods/exec, pods/attach and pods/ephemeralcontainers, such as view.",
    Subjects    = estate => estate.AccessLists,
    Evaluate    = (access, naming) => Each(access.Grants, grant => Judge(access, grant, naming), "nobody is given anything"),
};

record Naming
{
    /// <summary>Words of a group's name that make it a support group where no descriptor lists it.</summary>
    public ImmutableArray<string> Support { get; init; } = ["support", "helpdesk", "servicedesk", "hotline"];

    /// <summary>Words of a group's name that make it an implementation group where no descriptor lists it.</summary>
    public ImmutableArray<string> Implementation { get; init; } =
        ["implementation", "implementer", "implementers", "implementor", "implementors", "consultant", "consultants", "consulting", "integrators", "rollout", "onboarding"];
}

Verdict Judge(AccessList access, AccessGrant grant, Naming naming) =>
    (access.WhyIn(grant, "support", naming.Support) ?? access.WhyIn(grant, "implementers", naming.Implementation)) is not { } why
        ? NotApplicable($"{grant.Name} is neither support nor implementation")
    : !grant.MayReadSecrets && !grant.MayExecute ? Pass($"{grant.Access} shows no Secret and opens no shell", grant)
    : Fail(grant, $"{grant.Name} {why}, and {What(grant)}");

string What(AccessGrant grant) => grant switch
{
    { IsKnown: false } => $"is bound to {grant.Access}, which is not among the manifests and may grant anything",
    { MayReadSecrets: true, MayExecute: true } => $"may read Secrets and open shells by {grant.Access}",
    { MayReadSecrets: true } => $"may read Secrets by {grant.Access}",
    _ => $"may open shells by {grant.Access}",
};
