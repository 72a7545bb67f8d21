// A pod that sees the node's processes reads their environment, and with it their passwords, and can kill them.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods do not share the node's PID namespace",
    Severity    = High,
    Controls    = [Cis("5.2.3"), Nist80053("SC-39"), Hipaa("164.312(a)(1)"), Iso27001("A.8.22")],
    Remediation = "Remove hostPID from the pod.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Unshared(pod.Spec["hostPID"]),
};

Verdict Unshared(Node shared) =>
    shared.IsMissing || shared.IsFalse
        ? Pass(shared)
        : Fail(shared, $"{shared.Path} is {shared}; it must be false or unset", Set(shared, false));
