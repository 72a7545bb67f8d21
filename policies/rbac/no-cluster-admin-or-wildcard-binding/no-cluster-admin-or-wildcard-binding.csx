// A role that grants every verb on every resource is cluster-admin under another name. This one looks at who holds such a
// role, rbac/no-wildcards at the role. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege

return new Policy<Binding>
{
    Title       = "Nobody is bound to cluster-admin or a role that grants everything",
    Severity    = Critical,
    Controls    = [Cis("5.1.1"), Cis("5.1.3"), Nist80053("AC-6"), Nist80053("AC-6(5)"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.8.2")],
    Remediation = "Bind a role with just the rights that are needed, in the namespaces where they are needed.",
    Subjects    = estate => estate.Bindings,
    Evaluate    = binding =>
        binding.Subjects.Any() && binding.Subjects.All(IsBootstrapGroup) ? Pass("Kubernetes makes this binding itself", binding["subjects"])
        : binding.RoleName.Text == "cluster-admin" ? Fail(binding.RoleName, $"{binding.RoleName.Path} is cluster-admin")
        : binding.Role is { } role                 ? Judged(binding, role.Rules.FirstOrDefault(GrantsEverything))
        : IsBuiltIn(binding.RoleName.Text)         ? Pass(binding.RoleName)
        : NotApplicable($"the manifests do not hold role {binding.RoleName}"),
};

bool IsBootstrapGroup(BindingSubject subject) => subject is { Kind: "Group", Name: "system:masters" };

bool IsBuiltIn(string role) => role is "admin" or "edit" or "view" || role.StartsWith("system:");

bool GrantsEverything(PolicyRule rule) =>
    !rule.IsLimitedToNames && rule.Verbs.Texts.Contains("*") && rule.Resources.Texts.Contains("*") && rule.ApiGroups.Texts.Contains("*");

Verdict Judged(Binding binding, PolicyRule? everything) => everything is null
    ? Pass(binding.RoleName)
    : Fail(binding.RoleName, $"{binding.RoleName.Path} is {binding.RoleName}, which grants every verb on every resource");
