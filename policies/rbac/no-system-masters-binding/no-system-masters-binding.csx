// Members of system:masters pass every check of the API server, and nothing takes that away but a new certificate
// authority. Kubernetes binds it once, to cluster-admin, and needs no other:
// https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege

return new Policy<Binding>
{
    Title       = "Nothing is bound to system:masters",
    Severity    = High,
    Controls    = [Cis("5.1.7"), Nist80053("AC-6"), Nist80053("AC-6(5)"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.8.2")],
    Remediation = "Bind the role to a group of your own whose members can change.",
    Subjects    = estate => estate.Bindings,
    Evaluate    = binding =>
        binding.Resource.Name == "cluster-admin" && binding.RoleName.Text == "cluster-admin"
            ? Pass("Kubernetes makes this binding itself", binding.RoleName)
            : All([Pass(binding["subjects"]), .. binding.Subjects.Where(subject => subject.Name == "system:masters").Select(Almighty)]),
};

Verdict Almighty(BindingSubject subject) =>
    Fail(subject["name"], $"{subject["name"].Path} is system:masters, which no role can limit");
