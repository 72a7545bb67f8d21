// A pod that no NetworkPolicy selects takes traffic from every pod of the cluster and sends it anywhere.
// https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation

return new Policy<PodTemplate>
{
    Title       = "A NetworkPolicy selects each pod",
    Severity    = Medium,
    Controls    = [Cis("5.3.2"), Nist80053("SC-7"), Nist80053("AC-4"), Hipaa("164.312(a)(1)"), Iso27001("A.8.22")],
    Remediation = "Add a NetworkPolicy to the namespace whose podSelector is empty or names the pod's labels.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod =>
        pod.Spec["hostNetwork"].IsTrue ? NotApplicable("it is on its node's network, where NetworkPolicies do not reach")
        : pod.NetworkPolicies.FirstOrDefault() is { } policy ? Pass($"selected by {policy.Description}", policy["spec.podSelector"])
        : Fail(pod.Node["metadata.labels"], $"no NetworkPolicy of namespace {pod.Namespace} selects {pod.Description}{Unjudged(pod)}"),
};

string Unjudged(PodTemplate pod) => pod.Environment.Resources.Any(one => one.Group == "cilium.io" || one.Group.EndsWith("projectcalico.org"))
    ? "; policies of Cilium and Calico are not judged"
    : "";
