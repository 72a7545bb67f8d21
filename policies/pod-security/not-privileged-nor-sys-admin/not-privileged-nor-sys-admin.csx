// Two names for the same thing: a privileged container is root on its node, and with SYS_ADMIN it can make itself so.
// pod-security/baseline/privileged and pod-security/no-sys-admin each say half of it.

return new Policy<Container>
{
    Title       = "Containers are not as good as root on the node",
    Severity    = Critical,
    Controls    = [Cis("5.2.2"), Cis("5.2.9"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Set securityContext.privileged to false, and add the one capability that the program needs instead of SYS_ADMIN.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => All([Unprivileged(container.SecurityContext["privileged"]), Harmless(container.Capabilities)]),
};

Verdict Unprivileged(Node privileged) =>
    privileged.IsMissing || privileged.IsFalse
        ? Pass(privileged)
        : Fail(privileged, $"{privileged.Path} is {privileged}; it must be false or unset", Set(privileged, false));

Verdict Harmless(Capabilities capabilities) =>
    capabilities.Adding("SYS_ADMIN") is { } added
        ? Fail(added, $"{added.Path} adds {added}", Remove(added))
        : Pass(capabilities.Node["add"]);
