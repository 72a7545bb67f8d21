// Every pod that names no account runs as its namespace's default one: what is bound to that, each of them has.
// Groups of service accounts hold the default ones too. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege

return new Policy<Binding>
{
    Title       = "Nothing is bound to a default service account",
    Severity    = Medium,
    Controls    = [Cis("5.1.5"), Nist80053("AC-6"), Nist80053("AC-2"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.5.15")],
    Remediation = "Make a service account for the program, name it in its pods, and bind the role to that.",
    Subjects    = estate => estate.Bindings,
    Evaluate    = binding => All([Pass(binding["subjects"]), .. binding.Subjects.Where(HoldsDefault).Select(Bound)]),
};

bool HoldsDefault(BindingSubject subject) => (subject.Kind, subject.Name.Split(':')) switch
{
    ("ServiceAccount", var name)                           => name is ["default"],
    ("User", ["system", "serviceaccount", _, "default"])   => true,
    ("Group", ["system", "serviceaccounts", ..])           => true,
    _                                                      => false,
};

Verdict Bound(BindingSubject subject) => Fail(
    subject["name"], $"{subject["name"].Path} is {subject.Name}: pods that name no account have {subject.Binding.RoleName}");
