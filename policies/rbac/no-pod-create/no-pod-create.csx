// Whoever makes a pod has what it can have: every Secret, volume and service account of the namespace. A workload makes
// pods, and whoever changes its template makes others. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation

return new Policy<PolicyRule>
{
    Title       = "Roles do not create pods",
    Severity    = Medium,
    Controls    = [Cis("5.1.4"), Nist80053("AC-6"), Nist80053("CM-5"), Hipaa("164.308(a)(4)"), Iso27001("A.8.32")],
    Remediation = "Let git and its controller create workloads; leave these verbs out of roles for people and programs.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.Role.Name == "cluster-admin"
            ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
            : All([Pass(rule.Resources, rule.Verbs), .. Created(rule).DistinctBy(resource => resource.Path).Select(Granted)]),
};

// Names of objects do not limit create.
IEnumerable<Node> Created(PolicyRule rule) =>
[
    .. rule.Granting("", ["create"], ["pods"]),
    .. rule.Granting("", Verbs(rule), ["replicationcontrollers"]),
    .. rule.Granting("apps", Verbs(rule), ["deployments", "daemonsets", "statefulsets", "replicasets"]),
    .. rule.Granting("batch", Verbs(rule), ["jobs", "cronjobs"]),
];

string[] Verbs(PolicyRule rule) => rule.IsLimitedToNames ? ["create"] : ["create", "update", "patch"];

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, with which it makes pods");
