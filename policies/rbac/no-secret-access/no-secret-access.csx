// A role that reads Secrets reads every password, key and token in reach. list and watch show their contents as get
// does, and so do the answers to update, patch and deletecollection; who writes them puts in credentials of his own.
// https://kubernetes.io/docs/concepts/security/rbac-good-practices/#secrets

return new Policy<PolicyRule, Access>
{
    Title       = "Roles give no access to Secrets at large",
    Severity    = High,
    Controls    = [Cis("5.1.2"), Nist80053("AC-6"), Nist80053("IA-5"), Hipaa("164.312(a)(1)"), Hipaa("164.308(a)(4)(i)"),
                   Iso27001("A.5.17")],
    Remediation = "Leave secrets out of the rule, or name the single Secrets in resourceNames; let pods mount theirs.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = (rule, access) =>
        rule.Role.Name == "cluster-admin"         ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
        : rule.IsLimitedToNames                   ? Pass("only objects of given names", rule.ResourceNames)
        : Granted(rule, access) is [_, ..] verbs  ? Open(rule, verbs)
        : Pass(rule.Resources, rule.Verbs),
};

record Access
{
    // What no rule may do to Secrets, even by naming every resource with *.
    public ImmutableArray<string> Reading { get; init; } = ["get", "list", "watch"];

    // What no rule may do to Secrets by that name; a rule that changes every resource is for rbac/no-wildcards.
    public ImmutableArray<string> Changing { get; init; } =
        ["create", "update", "patch", "delete", "deletecollection", "impersonate"];
}

string[] Granted(PolicyRule rule, Access access) =>
[
    .. access.Reading.Where(verb => rule.Grants(verb, "", "secrets") is not null),
    .. access.Changing.Where(verb => rule.Grants(verb, "", "secrets") is { Text: "secrets" }),
];

Verdict Open(PolicyRule rule, string[] verbs)
{
    Node place = rule.Grants(verbs[0], "", "secrets")!;
    return Fail(place, $"{place.Path} is {place}, with {string.Join(", ", verbs)}");
}
