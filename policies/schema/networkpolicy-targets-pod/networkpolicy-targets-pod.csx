// A NetworkPolicy whose selector fits no pod protects nothing, and looks as if it did. One with an empty selector means all
// pods of its namespace, those to come too. https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource

return new Policy<NetworkPolicy>
{
    Title       = "Each NetworkPolicy selects pods",
    Severity    = Medium,
    Controls    = [Cis("5.3.2"), Nist80053("SC-7"), Nist80053("CM-6"), Iso27001("A.8.22")],
    Remediation = "Write the labels of the pods' template into podSelector.",
    Subjects    = estate => estate.Namespaces.SelectMany(ns => ns.NetworkPolicies),
    Evaluate    = policy => policy.SelectsAll
        ? Pass("it means every pod of its namespace", policy["spec.podSelector"])
        : Aimed(policy, policy["spec.podSelector"], policy.Resource.Home!),
};

Verdict Aimed(NetworkPolicy policy, Node selector, Namespace home) =>
    home.Pods.FirstOrDefault(policy.Selects) is { } pod    ? Pass(selector, pod.Node["metadata.labels"])
    : home.MayHoldMore(home.Pods.Length > 0) is { } reason ? NotApplicable(reason)
    : Fail(selector, $"{selector.Path} fits no pod of namespace {home.Name}");
