// system:authenticated is whoever the API server knows at all: every person, every pod, and on some platforms every
// account of the provider. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege,
// https://cloud.google.com/kubernetes-engine/docs/best-practices/rbac#default-roles-groups

return new Policy<Binding, Harmless>
{
    Title       = "Nothing powerful is bound to everybody who is logged in",
    Severity    = High,
    Controls    = [Nist80053("AC-6"), Nist80053("AC-3"), Hipaa("164.308(a)(4)(i)"), Hipaa("164.312(a)(1)"), Iso27001("A.5.15")],
    Remediation = "Bind the role to the groups that need it, by name.",
    Subjects    = estate => estate.Bindings,
    Evaluate    = (binding, harmless) => All(
        [Pass(binding["subjects"]), .. binding.Subjects.Where(subject => subject.Name == "system:authenticated").Select(subject => Judged(subject, harmless))]),
};

record Harmless
{
    // Roles that tell what the cluster is, and nothing of what is in it.
    public ImmutableArray<string> Roles { get; init; } = ["system:basic-user", "system:discovery", "system:public-info-viewer"];
}

Verdict Judged(BindingSubject subject, Harmless harmless) =>
    harmless.Roles.Contains(subject.Binding.RoleName.Text) || subject.Binding.Role is { } role && !role.Rules.Any(IsPowerful)
        ? Pass(subject["name"], subject.Binding.RoleName)
        : Fail(subject["name"], $"{subject["name"].Path} is system:authenticated: everybody who is logged in has {subject.Binding.RoleName}");

// More than reading, or reading what should not be read.
bool IsPowerful(PolicyRule rule) =>
    rule.Resources.Count > 0
    && (rule.Verbs.Texts.Any(verb => verb is not ("get" or "list" or "watch")) || rule.Resources.Texts.Any(resource => resource is "*" or "secrets"));
