// The runtime masks parts of /proc that tell about the node or change it; an unmasked one gives them to the container.
// Pod Security Standards: https://kubernetes.io/docs/concepts/security/pod-security-standards/. From 1.35 on the
// baseline level (not the restricted one) lets pods with a user namespace unmask it: allowInUserNamespaces.

return new Policy<Container, Relaxation>
{
    Title       = "Containers keep /proc masked",
    Severity    = High,
    Controls    = [PodSecurity("baseline"), Nist80053("SC-39"), Nist80053("AC-6"), Iso27001("A.8.9")],
    Remediation = "Remove securityContext.procMount, or set it to Default.",
    Subjects    = estate => estate.Containers,
    Evaluate    = (container, relaxation) =>
        relaxation.AllowInUserNamespaces && container.Pod.Spec["hostUsers"].IsFalse
            ? Pass("the pod has a user namespace", container.Pod.Spec["hostUsers"])
            : Masked(container.SecurityContext["procMount"]),
};

record Relaxation
{
    public bool AllowInUserNamespaces { get; init; }
}

Verdict Masked(Node procMount) =>
    procMount.IsMissing || procMount.Text == "Default"
        ? Pass(procMount)
        : Fail(procMount, $"{procMount.Path} is {procMount}; it must be Default or unset", Set(procMount, "Default"));
