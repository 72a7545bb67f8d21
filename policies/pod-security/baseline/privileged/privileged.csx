// A privileged container is root on the node: what keeps it from its neighbours and from the host is switched off.
// Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<Container>
{
    Title       = "Containers are not privileged",
    Severity    = Critical,
    Controls    = [PodSecurity("baseline"), Cis("5.2.2"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"),
                   Iso27001("A.8.2")],
    Remediation = "Set securityContext.privileged to false; add the one capability that the program needs.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Unprivileged(container.SecurityContext["privileged"]),
};

Verdict Unprivileged(Node privileged) =>
    privileged.IsMissing || privileged.IsFalse
        ? Pass(privileged)
        : Fail(privileged, $"{privileged.Path} is {privileged}; it must be false or unset", Set(privileged, false));
