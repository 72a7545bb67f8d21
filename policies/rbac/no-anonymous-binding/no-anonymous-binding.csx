// What is bound to system:anonymous or system:unauthenticated is open to everybody who reaches the API server.
// Kubernetes itself binds health and version to them, and nothing else:
// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#discovery-roles

return new Policy<Binding>
{
    Title       = "Nothing is bound to whoever has not logged in",
    Severity    = Critical,
    Controls    = [Nist80053("AC-14"), Nist80053("IA-2"), Hipaa("164.312(d)"), Iso27001("A.5.15")],
    Remediation = "Remove the subject; bind the role to those who need it, by name.",
    Subjects    = estate => estate.Bindings,
    Evaluate    = binding =>
        binding.RoleName.Text == "system:public-info-viewer" && binding.RefersToClusterRole
            ? Pass("health and version, as Kubernetes binds them itself", binding.RoleName)
            : All([Pass(binding["subjects"]), .. binding.Subjects.Where(IsAnybody).Select(Open)]),
};

bool IsAnybody(BindingSubject subject) => subject.Name is "system:anonymous" or "system:unauthenticated";

Verdict Open(BindingSubject subject) =>
    Fail(subject["name"], $"{subject["name"].Path} is {subject.Name}: whoever reaches the API server has {subject.Binding.RoleName}");
