// An admission webhook sees and changes every object that is written, Secrets among them; and whoever removes one
// switches off the checks that others rely on. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#control-admission-webhooks

return new Policy<PolicyRule>
{
    Title       = "Roles give no control of admission webhooks",
    Severity    = High,
    Controls    = [Cis("5.1.12"), Nist80053("AC-6"), Nist80053("CM-5"), Iso27001("A.8.32")],
    Remediation = "Leave the webhook configurations out, or name the one that the controller maintains in resourceNames.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.Role.Name == "cluster-admin" ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
        : rule.IsLimitedToNames           ? Pass("only objects of given names", rule.ResourceNames)
        : All([Pass(rule.Resources, rule.Verbs), .. rule.Granting("admissionregistration.k8s.io", ["create", "update", "patch", "delete", "deletecollection"], ["mutatingwebhookconfigurations", "validatingwebhookconfigurations"]).Select(Granted)]),
};

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, whose configurations decide what is admitted");
