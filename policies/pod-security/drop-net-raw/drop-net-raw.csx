// With NET_RAW, which runtimes give by default, a container forges packets and answers for its neighbours' addresses.
// https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container

return new Policy<Container>
{
    Title       = "Containers cannot forge packets",
    Severity    = Medium,
    Controls    = [Cis("5.2.8"), Nist80053("AC-6"), Nist80053("SC-7"), Iso27001("A.8.20")],
    Remediation = "Set securityContext.capabilities.drop to [ALL], or add NET_RAW to it.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Pod.IsWindows ? NotApplicable("Windows has no capabilities")
        : container.Capabilities.Dropping("NET_RAW") is { } dropped ? Unreturned(dropped, container.Capabilities)
        : Kept(container.Capabilities.Node["drop"]),
};

// What is added comes after what is dropped.
Verdict Unreturned(Node dropped, Capabilities capabilities) =>
    capabilities.Added.FirstOrDefault(item => Capabilities.NameOf(item) == "NET_RAW") is { } added
        ? Fail(added, $"{added.Path} adds {added} again", Remove(added))
        : Pass(dropped);

Verdict Kept(Node drop) => Fail(
    drop, $"{drop.Path} holds neither NET_RAW nor ALL", drop.IsSequence ? Append(drop, "NET_RAW") : Set(drop, (string[])["NET_RAW"]));
