// Whoever holds cluster-admin can read every Secret, change every workload and erase the traces of it.
// Only the binding that Kubernetes itself makes for the group system:masters is let through:
// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles

return new Policy<Binding>
{
    Title       = "Nobody is bound to cluster-admin",
    Severity    = Critical,
    Controls    = [Cis("5.1.1"), Nist80053("AC-6"), Nist80053("AC-6(5)"), Hipaa("164.308(a)(4)(i)"),
                   Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Bind a role with just the rights that are needed, in the namespaces where they are needed.",
    Subjects    = estate => estate.Bindings,
    Evaluate    = binding =>
        binding.RoleName.Text != "cluster-admin" ? Pass(binding.RoleName)
        : IsBuiltIn(binding)                     ? Pass("Kubernetes makes this binding itself", binding["subjects"])
        : Fail(binding.RoleName, $"{binding.RoleName.Path} is cluster-admin, which goes to {Holders(binding)}"),
};

bool IsBuiltIn(Binding binding) =>
    (binding.Resource.Name == "cluster-admin" || binding.Resource.Name.StartsWith("system:", StringComparison.Ordinal))
    && binding.Subjects.All(subject => subject is { Kind: "Group", Name: "system:masters" });

string Holders(Binding binding) =>
    binding["subjects"].Count == 0
        ? "nobody yet"
        : string.Join(", ", binding.Subjects.Select(subject => $"{subject.Kind} {subject.Name}"));
