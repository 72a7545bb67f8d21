// A pod in the node's network listens on its addresses, hears its traffic and passes by every NetworkPolicy.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods do not share the node's network",
    Severity    = High,
    Controls    = [Cis("5.2.5"), Nist80053("SC-7"), Nist80053("SC-39"), Hipaa("164.312(a)(1)"), Iso27001("A.8.22")],
    Remediation = "Remove hostNetwork from the pod.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Unshared(pod.Spec["hostNetwork"]),
};

Verdict Unshared(Node shared) =>
    shared.IsMissing || shared.IsFalse
        ? Pass(shared)
        : Fail(shared, $"{shared.Path} is {shared}; it must be false or unset");
