// A container is not privileged unless it says so; written down, nobody has to know that, and a default or a mutation
// cannot change it unseen. pod-security/baseline/privileged is content with nothing written.

return new Policy<Container>
{
    Title       = "Containers say that they are not privileged",
    Severity    = Low,
    Controls    = [Cis("5.2.2"), Nist80053("AC-6"), Nist80053("CM-6"), Iso27001("A.8.2")],
    Remediation = "Set securityContext.privileged to false.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Unprivileged(container.SecurityContext["privileged"]),
};

Verdict Unprivileged(Node privileged) =>
    privileged.IsFalse ? Pass(privileged)
    : Fail(privileged, $"{privileged.Path} is {(privileged.IsMissing ? "not set" : privileged)}; it must be false", Set(privileged, false));
