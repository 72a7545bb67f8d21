// Who may impersonate is whoever he says he is: any user, any group, any service account.
// https://kubernetes.io/docs/concepts/security/rbac-good-practices/#bind-verb-and-impersonate-verb

return new Policy<PolicyRule>
{
    Title       = "Roles do not impersonate",
    Severity    = High,
    Controls    = [Cis("5.1.8"), Nist80053("AC-6"), Nist80053("IA-2"), Hipaa("164.312(d)"), Iso27001("A.5.16")],
    Remediation = "Leave impersonate out, or name in resourceNames whom the program has to stand in for.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.Role.Name == "cluster-admin" ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
        : rule.IsLimitedToNames           ? Each(rule.ResourceNames.Items, name => Ordinary(name, rule))
        : All([Pass(rule.Resources, rule.Verbs), .. Impersonated(rule).DistinctBy(resource => resource.Path).Select(Granted)]),
};

// https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/
IEnumerable<Node> Impersonated(PolicyRule rule) =>
[
    .. rule.Granting("", ["impersonate"], ["users", "groups", "serviceaccounts"]),
    .. rule.Granting("authentication.k8s.io", ["impersonate"], ["users", "groups", "serviceaccounts", "uids"]),
];

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, any of which it may impersonate");

Verdict Ordinary(Node name, PolicyRule rule) =>
    name.Text is "system:masters" or "system:admin" && Impersonated(rule).Any()
        ? Fail(name, $"{name.Path} is {name}, which may do everything")
        : Pass(name);
