// Whoever approves certificate requests makes himself a client certificate for any name, administrators included.
// It takes update on the approval, and approve on the signer: https://kubernetes.io/docs/concepts/security/rbac-good-practices/#csrs-and-certificate-issuing

return new Policy<PolicyRule>
{
    Title       = "Roles do not approve certificate requests",
    Severity    = High,
    Controls    = [Cis("5.1.11"), Nist80053("AC-6"), Nist80053("IA-5(2)"), Hipaa("164.312(d)"), Iso27001("A.5.16")],
    Remediation = "Leave certificatesigningrequests/approval and the verb approve out; limit controllers to their signer by resourceNames.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.Role.Name == "cluster-admin" ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
        : rule.IsLimitedToNames           ? Pass("only objects of given names", rule.ResourceNames)
        : All([Pass(rule.Resources, rule.Verbs), .. Approvals(rule).DistinctBy(resource => resource.Path).Select(Granted)]),
};

const string Group = "certificates.k8s.io";

IEnumerable<Node> Approvals(PolicyRule rule) =>
[
    .. rule.Granting(Group, ["update", "patch"], ["certificatesigningrequests/approval"]),
    .. rule.Granting(Group, ["approve"], ["signers"]),
];

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, which lets it approve certificates for anybody");
