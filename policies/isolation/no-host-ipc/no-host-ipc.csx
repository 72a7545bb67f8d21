// A pod that shares the node's memory segments and queues reads what other programs on it put there.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods do not share the node's IPC namespace",
    Severity    = High,
    Controls    = [Cis("5.2.4"), Nist80053("SC-39"), Hipaa("164.312(a)(1)"), Iso27001("A.8.22")],
    Remediation = "Remove hostIPC from the pod.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Unshared(pod.Spec["hostIPC"]),
};

Verdict Unshared(Node shared) =>
    shared.IsMissing || shared.IsFalse
        ? Pass(shared)
        : Fail(shared, $"{shared.Path} is {shared}; it must be false or unset", Set(shared, false));
