// SYS_ADMIN alone lets a container mount filesystems and leave its namespaces: it is as good as privileged.
// https://man7.org/linux/man-pages/man7/capabilities.7.html calls it "the new root".

return new Policy<Container>
{
    Title       = "Containers do not get SYS_ADMIN",
    Severity    = Critical,
    Controls    = [Cis("5.2.9"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Remove SYS_ADMIN (or ALL) from securityContext.capabilities.add; look for the one that the program needs.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Capabilities.Adding("SYS_ADMIN") is { } added
            ? Fail(added, $"{added.Path} adds {added}", Remove(added))
            : Pass(container.Capabilities.Node["add"]),
};
