// Whoever makes a pod has what it can have: every Secret, volume and service account of the namespace; a workload makes
// pods. Names of objects do not limit create. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation

return new Policy<PolicyRule, Making>
{
    Title       = "Roles do not create pods",
    Severity    = Medium,
    Controls    = [Cis("5.1.4"), Nist80053("AC-6"), Nist80053("CM-5"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.8.32")],
    Remediation = "Let git and its controller create workloads; leave create out of roles for people and programs.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = (rule, making) =>
        rule.Role.Name == "cluster-admin"
            ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
            : All([Pass(rule.Resources, rule.Verbs), .. Created(rule, making).DistinctBy(resource => resource.Path).Select(Granted)]),
};

record Making
{
    // Who may update or patch a workload can change its pods, too: [create, update, patch] is the strict reading.
    public ImmutableArray<string> Verbs { get; init; } = ["create"];
}

IEnumerable<Node> Created(PolicyRule rule, Making making) =>
[
    .. rule.Granting("", ["create"], ["pods"]),
    .. rule.Granting("", making.Verbs, ["replicationcontrollers"]),
    .. rule.Granting("apps", making.Verbs, ["deployments", "daemonsets", "statefulsets", "replicasets"]),
    .. rule.Granting("batch", making.Verbs, ["jobs", "cronjobs"]),
];

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, with which it makes pods");
