// A forwarded port comes from the node, past every Service, NetworkPolicy and login in between: straight to the
// database. https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/

return new Policy<PolicyRule>
{
    Title       = "Roles give no way to pods past the network",
    Severity    = Medium,
    Controls    = [Nist80053("AC-4"), Nist80053("AC-6"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.8.22")],
    Remediation = "Leave pods/portforward out of the rule.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.Role.Name == "cluster-admin" ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
        : rule.IsLimitedToNames           ? Pass("only objects of given names", rule.ResourceNames)
        : All([Pass(rule.Resources, rule.Verbs), .. rule.Granting("", ["create", "get"], ["pods/portforward"]).Select(Granted)]),
};

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, which opens every port of every pod within reach");
