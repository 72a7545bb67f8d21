// Without any NetworkPolicy a namespace is open to every pod of the cluster, and all of its pods reach everything.
// https://kubernetes.io/docs/concepts/services-networking/network-policies/

return new Policy<Namespace>
{
    Title       = "Each namespace has a NetworkPolicy",
    Severity    = Medium,
    Controls    = [Cis("5.3.2"), Nist80053("SC-7"), Nist80053("AC-4"), Hipaa("164.312(a)(1)"), Iso27001("A.8.22")],
    Remediation = "Add a NetworkPolicy to the namespace; begin with one that denies ingress and egress to all pods.",
    Subjects    = estate => estate.Namespaces.Where(ns => ns.Declaration is not null || ns.Environment.IsDeclared),
    Evaluate    = ns => ns.NetworkPolicies is [var policy, ..]
        ? Pass(policy["metadata.name"])
        : Fail(ns.Place, $"namespace {ns.Name} has no NetworkPolicy"),
};
