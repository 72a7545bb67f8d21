// When something happens at night, somebody has to know whom to wake, and somebody has to have agreed to be woken.
// Every environment names who answers for its operation, its security, its backups and the approval of changes.

return new Policy<Environment, Owners>
{
    Title       = "Service, security, backup and approver owners are named",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(2)"), Nist80053("CM-8(4)"), Nist80053("PM-2"), Iso27001("A.5.2"), Iso27001("A.5.9")],
    Remediation = "Name a team, a group or a person for each of service, security, backup and approver in spec.owners of the descriptor.",
    Subjects    = estate => estate.Environments,
    Evaluate    = (environment, owners) =>
        !environment.IsDeclared ? NotApplicable("no descriptor declares this environment")
        : environment["spec.owners"] is { Count: 0 } none ? Fail(none, $"{environment.Name} names no owners: {string.Join(", ", owners.Kinds)}")
        : Each(owners.Kinds, kind => Named(environment["spec.owners"].Field(kind), environment, owners)),
};

record Owners
{
    public ImmutableArray<string> Kinds { get; init; } = ["service", "security", "backup", "approver"];

    /// <summary>What people write where a name has yet to be found.</summary>
    public ImmutableArray<string> Placeholders { get; init; } =
        ["", "-", "--", "?", "???", "n/a", "na", "none", "no one", "nobody", "tba", "tbc", "tbd", "todo", "fixme", "unknown", "unassigned", "undefined", "null", "x", "xxx", "changeme", "change-me", "someone", "somebody", "to be defined", "to be determined"];
}

Verdict Named(Node owner, Environment environment, Owners owners) =>
    owner.IsMissing ? Fail(owner, $"{environment.Name} names no {owner.Name} owner: {owner.Path} is not set")
    : owners.Placeholders.Contains(owner.Text.Trim().TrimEnd('.').ToLowerInvariant()) ? Fail(owner, $"{owner.Path} is \"{owner}\", which names nobody")
    : Pass(owner);
