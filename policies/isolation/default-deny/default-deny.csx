// Where nothing is said, Kubernetes lets every pod talk to every other. Regulated data and shared platforms need the
// opposite: each namespace denies ingress and egress by default, and each permission names its peer or its ports.
// Policies add up, so one that lets everything through undoes the default deny of its neighbours.

return new Policy<Namespace>
{
    Title       = "Namespaces deny ingress and egress by default",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("SC-7(5)"), Iso27001("A.8.22"), Cis("5.3.2")],
    Remediation = "Add a NetworkPolicy with an empty podSelector and policyTypes [Ingress, Egress], and let each permission name its peers and ports.",
    Subjects    = estate => estate.Namespaces,
    Evaluate    = ns => ns.Environment switch
    {
        { IsDeclared: false } => NotApplicable("no descriptor declares data or isolation"),
        { Isolation: not Isolation.MultiTenant, Data: not (null or DataClass.Regulated) } =>
            NotApplicable($"{ns.Environment.Description} is neither regulated nor multi-tenant"),
        var environment when !environment.Owns(ns.Name) => NotApplicable($"{ns.Name} is not a namespace of {environment.Description}"),
        _ => All([Denies(ns), .. ns.NetworkPolicies.SelectMany(policy => policy.UnlimitedRules).Select(Undoes)]),
    },
};

// A default deny for one direction is the place where the other one is missing.
Verdict Denies(Namespace ns)
{
    ImmutableArray<NetworkPolicy> general = [.. ns.NetworkPolicies.Where(policy => policy.SelectsAll)];
    string missing = (general.Any(policy => policy.CoversIngress), general.Any(policy => policy.CoversEgress)) switch
    {
        (true, true) => "",
        (var ingress, var egress) => ingress ? "egress" : egress ? "ingress" : "ingress and egress",
    };
    return missing == ""
        ? Each(general, policy => Pass(policy["spec.podSelector"], policy["spec.policyTypes"]))
        : Fail(general.FirstOrDefault(policy => policy.IsDenyAll)?["spec.policyTypes"] ?? ns.Place,
            $"namespace {ns.Name} does not deny {missing} by default{Unjudged(ns)}");
}

Verdict Undoes(Node rule) =>
    Fail(rule, $"this rule allows traffic {(rule.Parent.Name == "egress" ? "to" : "from")} anywhere on every port: it undoes the default deny");

string Unjudged(Namespace ns) => ns.Resources.Any(resource => resource.Kind == "CiliumNetworkPolicy" || resource.Group.EndsWith("projectcalico.org"))
    ? "; policies of Cilium and Calico are not judged"
    : "";
