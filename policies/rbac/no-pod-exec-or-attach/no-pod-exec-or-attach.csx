// Whoever can exec into a pod is inside: with its files, its secrets and its way to the database, past all that was
// reviewed. The kubelet's older protocol asks for get where the newer one asks for create.
// https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb

return new Policy<PolicyRule>
{
    Title       = "Roles give no shell in pods",
    Severity    = Medium,
    Controls    = [Nist80053("AC-6"), Nist80053("AC-3"), Hipaa("164.308(a)(4)(i)"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Leave pods/exec and pods/attach out; for emergencies bind a role for a limited time.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.Role.Name == "cluster-admin" ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
        : rule.IsLimitedToNames           ? Pass("only objects of given names", rule.ResourceNames)
        : All([Pass(rule.Resources, rule.Verbs), .. rule.Granting("", ["create", "get"], ["pods/exec", "pods/attach"]).Select(Granted)]),
};

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, which opens a shell in every pod within reach");
