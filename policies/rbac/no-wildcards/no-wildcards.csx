// A * grants what is not yet invented: every resource and verb that a later version or operator brings.
// https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege

return new Policy<PolicyRule>
{
    Title       = "Roles name what they grant",
    Severity    = High,
    Controls    = [Cis("5.1.3"), Nist80053("AC-6"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.5.18")],
    Remediation = "List the verbs, resources and API groups that the role needs.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule => Each([rule.Verbs, rule.Resources, rule.ApiGroups], Named),
};

Verdict Named(Node list) =>
    All([Pass(list), .. list.Items.Where(item => item.Text.Contains('*')).Select(Wildcard)]);

Verdict Wildcard(Node item) => Fail(item, $"{item.Path} is {item}");
