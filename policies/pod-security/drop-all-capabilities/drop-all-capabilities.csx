// Hardly a program needs any of the capabilities that its runtime gives it; each that is left is a piece of root.
// A container drops all and adds what it needs: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container

return new Policy<Container>
{
    Title       = "Containers start from no capabilities",
    Severity    = Medium,
    Controls    = [Cis("5.2.10"), Nist80053("AC-6"), Nist80053("CM-7"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Set securityContext.capabilities.drop to [ALL], and add the single ones that the program needs.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Pod.IsWindows ? NotApplicable("Windows has no capabilities")
        : container.Capabilities.Dropped.FirstOrDefault(item => Capabilities.NameOf(item) == "ALL") is { } all ? Pass(all)
        : Kept(container.Capabilities.Node["drop"]),
};

Verdict Kept(Node drop) => Fail(
    drop, $"{drop.Path} does not hold ALL", drop.IsSequence ? Append(drop, "ALL") : Set(drop, (string[])["ALL"]));
