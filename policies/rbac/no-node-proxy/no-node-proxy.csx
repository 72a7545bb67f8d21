// nodes/proxy leads to the kubelet itself, which runs commands in every pod of the node and asks no admission control
// and writes no audit log. Reading is enough for it: https://kubernetes.io/docs/concepts/security/rbac-good-practices/#access-to-proxy-subresource-of-nodes

return new Policy<PolicyRule>
{
    Title       = "Roles give no way to the kubelet",
    Severity    = High,
    Controls    = [Cis("5.1.10"), Nist80053("AC-6"), Nist80053("AU-12"), Hipaa("164.312(b)"), Iso27001("A.8.2")],
    Remediation = "Leave nodes/proxy out; for metrics grant nodes/metrics and nodes/stats.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.Role.Name == "cluster-admin" ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
        : rule.IsLimitedToNames           ? Pass("only objects of given names", rule.ResourceNames)
        : All([Pass(rule.Resources, rule.Verbs), .. rule.Granting("", ["get", "create"], ["nodes/proxy"]).Select(Granted)]),
};

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, which commands every pod of the nodes");
