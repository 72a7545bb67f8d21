// Three verbs make the rest of RBAC pointless: escalate writes roles with any right, bind gives away any role,
// impersonate acts as anybody. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb

return new Policy<PolicyRule>
{
    Title       = "Roles cannot raise themselves",
    Severity    = High,
    Controls    = [Cis("5.1.8"), Nist80053("AC-6"), Nist80053("AC-6(1)"), Hipaa("164.308(a)(4)(i)"), Iso27001("A.8.2")],
    Remediation = "Leave escalate, bind and impersonate out of the rule, and * where it stands for them; name single roles in resourceNames.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.Role.Name == "cluster-admin" ? NotApplicable("rbac/no-cluster-admin-binding judges who holds it")
        : rule.IsLimitedToNames           ? Pass("only objects of given names", rule.ResourceNames)
        : All([Pass(rule.Verbs, rule.Resources), .. rule.Verbs.Items.Where(verb => Raises(verb.Text, rule)).Select(Raising)]),
};

static readonly ImmutableArray<string> Raised = ["roles", "clusterroles", "rolebindings", "clusterrolebindings"];
static readonly ImmutableArray<string> Somebody = ["users", "groups", "serviceaccounts", "uids"];

// Written out in the groups of Kubernetes, the verb is meant, whatever stands beside it; * counts where it reaches.
bool Raises(string verb, PolicyRule rule) => verb switch
{
    "escalate" or "bind" or "impersonate" => rule.ApiGroups.Texts.Any(group => group is "*" or "" || group.EndsWith(".k8s.io", StringComparison.Ordinal)),
    "*" => rule.Granting("rbac.authorization.k8s.io", ["bind"], Raised)
        .Concat(rule.Granting("", ["impersonate"], Somebody))
        .Concat(rule.Granting("authentication.k8s.io", ["impersonate"], Somebody)).Any(),
    _ => false,
};

Verdict Raising(Node verb) => Fail(verb, $"{verb.Path} is {verb}, with which the role can raise itself");
