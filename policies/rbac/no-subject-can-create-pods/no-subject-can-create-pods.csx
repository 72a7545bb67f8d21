// Whoever makes a pod has what it can have: every Secret, volume and service account of the namespace. This one looks at
// who holds such a role, rbac/no-pod-create at the role. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation

return new Policy<Binding>
{
    Title       = "Nobody holds a role that creates pods",
    Severity    = Medium,
    Controls    = [Cis("5.1.4"), Nist80053("AC-6"), Nist80053("CM-5"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.8.32")],
    Remediation = "Bind a role that does not create pods or workloads; let git and its controller create them.",
    Subjects    = estate => estate.Bindings,
    Evaluate    = binding =>
        binding.Role is { } role                     ? Judged(binding, role.Rules.SelectMany(Created).FirstOrDefault())
        : binding.RoleName.Text is "cluster-admin" or "admin" or "edit" ? Judged(binding, binding.RoleName)
        : binding.RoleName.Text == "view"           ? Pass(binding.RoleName)
        : NotApplicable($"the manifests do not hold role {binding.RoleName}"),
};

Verdict Judged(Binding binding, Node? created) =>
    created is null || !binding.Subjects.Any()
        ? Pass(binding.RoleName, binding["subjects"])
        : Fail(binding.RoleName, $"{binding.RoleName.Path} is {binding.RoleName}, with which {Holders(binding)} can create pods");

IEnumerable<Node> Created(PolicyRule rule) =>
[
    .. rule.Granting("", ["create"], ["pods", "replicationcontrollers"]),
    .. rule.Granting("apps", ["create"], ["deployments", "daemonsets", "statefulsets", "replicasets"]),
    .. rule.Granting("batch", ["create"], ["jobs", "cronjobs"]),
];

string Holders(Binding binding) => string.Join(", ", binding.Subjects.Select(subject => $"{subject.Kind} {subject.Name}"));
