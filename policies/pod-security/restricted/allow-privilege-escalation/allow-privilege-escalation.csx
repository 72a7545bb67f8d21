// With privilege escalation allowed, which it is when nothing is said, a setuid program inside can make itself root.
// Pod Security Standards, restricted: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

return new Policy<Container>
{
    Title       = "Containers cannot gain privileges",
    Severity    = Medium,
    Controls    = [PodSecurity("restricted"), Cis("5.2.6"), Nist80053("AC-6"), Nist80053("AC-6(10)"), Hipaa("164.312(a)(1)"),
                   Iso27001("A.8.2")],
    Remediation = "Set securityContext.allowPrivilegeEscalation to false on the container.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Pod.IsWindows
            ? NotApplicable("Windows has no such setting")
            : Held(container, container.SecurityContext["allowPrivilegeEscalation"]),
};

Verdict Held(Container container, Node escalation) =>
    escalation.IsFalse     ? Pass(escalation)
    : escalation.IsMissing ? Fail(escalation, $"{escalation.Path} is not set; it must be false", Mend(container, escalation))
    : Fail(escalation, $"{escalation.Path} is {escalation}; it must be false", Mend(container, escalation));

// The API server refuses false beside either of these, so they have to go first.
Fix? Mend(Container container, Node escalation) =>
    container.SecurityContext["privileged"].IsTrue || container.Capabilities.Adding("SYS_ADMIN") is not null
        ? null
        : Set(escalation, false);
