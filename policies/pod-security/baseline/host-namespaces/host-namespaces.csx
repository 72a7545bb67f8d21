// A pod in the node's namespaces sees its traffic (network), its processes (PID) or its shared memory (IPC).
// Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods share no namespace with the node",
    Severity    = High,
    Controls    = [PodSecurity("baseline"), Cis("5.2.3"), Cis("5.2.4"), Cis("5.2.5"), Nist80053("SC-39"),
                   Hipaa("164.312(a)(1)"), Iso27001("A.8.22")],
    Remediation = "Remove hostNetwork, hostPID and hostIPC from the pod.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Each(["hostNetwork", "hostPID", "hostIPC"], field => Unshared(pod.Spec[field])),
};

Verdict Unshared(Node shared) =>
    shared.IsMissing || shared.IsFalse
        ? Pass(shared)
        : Fail(shared, $"{shared.Path} is {shared}; it must be false or unset", Mend(shared));

// Who leaves the node's network changes address, which its clients may notice; that is not for a machine to decide.
Fix? Mend(Node shared) => shared.Name == "hostNetwork" ? null : Set(shared, false);
