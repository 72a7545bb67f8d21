// A policy that speaks of ingress alone leaves the way out open: whoever gets into the pod can send out what it holds.
// Policies add up, so one for each direction is as good as one for both.
// https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation

return new Policy<PodTemplate>
{
    Title       = "NetworkPolicies limit what each pod receives and what it sends",
    Severity    = Medium,
    Controls    = [Cis("5.3.2"), Nist80053("SC-7"), Nist80053("SC-7(5)"), Nist80053("AC-4"), Hipaa("164.312(a)(1)"), Iso27001("A.8.22")],
    Remediation = "Add a NetworkPolicy that selects the pod and names Ingress and Egress in policyTypes.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => pod.Spec["hostNetwork"].IsTrue
        ? NotApplicable("it is on its node's network, where NetworkPolicies do not reach")
        : Covered(pod, pod.NetworkPolicies.FirstOrDefault(policy => policy.CoversIngress), pod.NetworkPolicies.FirstOrDefault(policy => policy.CoversEgress)),
};

Verdict Covered(PodTemplate pod, NetworkPolicy? ingress, NetworkPolicy? egress) => (ingress, egress) switch
{
    ({ }, { })   => Pass($"ingress by {ingress.Description}, egress by {egress.Description}", ingress, egress),
    (null, null) => Open(pod, "ingress and egress"),
    (null, _)    => Open(pod, "ingress"),
    _            => Open(pod, "egress"),
};

Verdict Open(PodTemplate pod, string directions) =>
    Fail(pod.Node["metadata.labels"], $"no NetworkPolicy of namespace {pod.Namespace} limits {directions} of {pod.Description}{Unjudged(pod)}");

string Unjudged(PodTemplate pod) => pod.Environment.Resources.Any(one => one.Group == "cilium.io" || one.Group.EndsWith("projectcalico.org"))
    ? "; policies of Cilium and Calico are not judged"
    : "";
