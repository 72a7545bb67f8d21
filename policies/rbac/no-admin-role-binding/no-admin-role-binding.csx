// The roles cluster-admin, admin and edit that every cluster has let their holders change whatever is in a namespace and
// read its Secrets, or become one of its service accounts. People get roles made for what they do.
// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles. Parts of the cluster itself are let through.

return new Policy<Binding, Roles>
{
    Title       = "Nobody is bound to the built-in admin and edit roles",
    Severity    = Medium,
    Controls    = [Cis("5.1.1"), Nist80053("AC-6"), Nist80053("AC-6(5)"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.8.2")],
    Remediation = "Bind a role with just the rights that are needed, in the namespaces where they are needed.",
    Subjects    = estate => estate.Bindings,
    Evaluate    = (binding, roles) =>
        binding["roleRef.kind"].Text == "Role" || !roles.Powerful.Contains(binding.RoleName.Text) ? Pass(binding.RoleName)
        : binding.Subjects.FirstOrDefault(subject => !IsPartOfCluster(subject)) is { } holder
            ? Fail(binding.RoleName, $"{binding.RoleName.Path} is {binding.RoleName}, which goes to {holder.Kind} {holder.Name}")
        : Pass("only parts of the cluster hold it", binding.RoleName),
};

record Roles
{
    /// <summary>ClusterRoles that change everything in a namespace.</summary>
    public ImmutableArray<string> Powerful { get; init; } = ["cluster-admin", "admin", "edit"];
}

// system:authenticated and its like are everybody; the others are Kubernetes' own programs and its bootstrap group.
bool IsPartOfCluster(BindingSubject subject) =>
    subject.Kind != "ServiceAccount"
    && subject.Name.StartsWith("system:")
    && !subject.Name.StartsWith("system:serviceaccount")
    && subject.Name is not ("system:authenticated" or "system:unauthenticated" or "system:anonymous");
