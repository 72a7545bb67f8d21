// ConfigMaps are how programs are told where the database is and what they may do; whoever writes them decides that.
// A rule that changes every resource is for rbac/no-wildcards. https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege

return new Policy<PolicyRule>
{
    Title       = "Roles do not change ConfigMaps at large",
    Severity    = Low,
    Controls    = [Nist80053("AC-6"), Nist80053("CM-5"), Iso27001("A.8.9")],
    Remediation = "Leave the changing verbs out, or name the single ConfigMaps in resourceNames; let git change the others.",
    Subjects    = estate => estate.RoleRules,
    Evaluate    = rule =>
        rule.IsLimitedToNames ? Pass("only objects of given names", rule.ResourceNames)
        : All([Pass(rule.Resources, rule.Verbs), .. rule.Granting("", Changing, ["configmaps"]).Where(item => item.Text == "configmaps").Select(Granted)]),
};

static readonly ImmutableArray<string> Changing = ["create", "update", "patch", "delete", "deletecollection"];

Verdict Granted(Node resource) => Fail(resource, $"{resource.Path} is {resource}, which the rule may change");
