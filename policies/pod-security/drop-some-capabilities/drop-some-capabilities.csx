// A container that drops no capability keeps all that its runtime gives; who drops some has at least thought of it.
// The stronger form is pod-security/drop-all-capabilities. https://kubernetes.io/docs/tasks/configure-pod-container/security-context/

return new Policy<Container>
{
    Title       = "Containers drop capabilities",
    Severity    = Low,
    Controls    = [Cis("5.2.10"), Nist80053("AC-6"), Nist80053("CM-7"), Iso27001("A.8.9")],
    Remediation = "Set securityContext.capabilities.drop, best to [ALL].",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Pod.IsWindows ? NotApplicable("Windows has no capabilities")
        : container.Capabilities.Dropped.FirstOrDefault() is { } dropped ? Pass(dropped)
        : Keeps(container.Capabilities.Node["drop"]),
};

Verdict Keeps(Node drop) =>
    Fail(drop, $"{drop.Path} names no capability", Set(drop, (string[])["ALL"]));
