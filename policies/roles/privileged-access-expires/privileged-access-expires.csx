// Access that was given for a migration is still there years later, and nobody remembers why.
// What lets people write, read Secrets or open shells ends on a day that stands on the binding,
// so that somebody has to say again that it is needed.

return new Policy<AccessGrant, Term>
{
    Title       = "Bindings to powerful roles expire",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(4)(ii)(C)"), Nist80053("AC-2(2)"), Nist80053("AC-2(3)"), Nist80053("AC-6(7)"), Iso27001("A.8.2"), Iso27001("A.5.18")],
    Remediation = "Annotate the binding with policygate.dev/expires and a day within the maximum, and renew it after a review; remove bindings that nobody needs.",
    Subjects    = estate => estate.AccessLists.SelectMany(list => list.Grants).Where(IsPersonal).DistinctBy(grant => grant.Source),
    Evaluate    = Expires,
};

record Term
{
    /// <summary>From today on.</summary>
    public Duration Maximum { get; init; } = "92d";

    /// <summary>Where the day stands; other usual names, such as janitor/expires or valid-until, are understood too.</summary>
    public ImmutableArray<string> Annotations { get; init; } = ["policygate.dev/expires"];
}

// Workloads need their rights as long as they run. Kubernetes' own binding for its first administrator is judged by rbac/no-cluster-admin-binding.
bool IsPersonal(AccessGrant grant) =>
    grant.Binding is not null && !grant.IsForWorkload && !(grant.Source.Name == "cluster-admin" && grant.Name == "system:masters");

Verdict Expires(AccessGrant grant, Term term) =>
    grant.Environment is { IsDeclared: true, IsProduction: false } ? NotApplicable("the environment is not production")
    : !grant.IsPrivileged ? Pass($"{grant.Access} is not powerful", grant)
    : ExpiryDate.Of(grant.Source, term.Annotations) is not { } expiry
        ? Fail(grant.Source["metadata.annotations"].Field(Preferred(term)), $"{grant.Source.Kind} {grant.Source.Name} gives {grant.Name} {grant.Access} for ever: {Preferred(term)} is not set")
    : expiry.Day is not { } day
        ? Fail(expiry.Place, $"{expiry.Place} is not a day such as 2026-12-31")
    : day < grant.Environment.Today
        ? Fail(expiry.Place, $"{grant.Access} of {grant.Name} expired on {day:yyyy-MM-dd}, and the binding is still there")
    : day > grant.Environment.Today.AddDays((int)term.Maximum.Span.TotalDays)
        ? Fail(expiry.Place, $"{grant.Access} of {grant.Name} expires on {day:yyyy-MM-dd}, more than {term.Maximum} from now")
    : Pass(expiry.Place);

string Preferred(Term term) => term.Annotations.FirstOrDefault("policygate.dev/expires");
