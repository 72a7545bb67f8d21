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
        : All([Dropped(container.Capabilities), .. container.Capabilities.Added.Select(Harmless)]),
};

Verdict Dropped(Capabilities capabilities) => (capabilities.Dropping("NET_RAW"), capabilities.Node["drop"]) switch
{
    ({ } dropped, _) => Pass(dropped),
    (_, { IsSequence: true } drop) => Fail(drop, $"{drop.Path} holds neither NET_RAW nor ALL", Append(drop, "NET_RAW")),
    (_, var drop) => Fail(drop, $"{drop.Path} holds neither NET_RAW nor ALL", Set(drop, (string[])["NET_RAW"])),
};

// What is added comes after what is dropped.
Verdict Harmless(Node added) =>
    Capabilities.NameOf(added) == "NET_RAW" ? Fail(added, $"{added.Path} adds {added} again", Remove(added)) : Pass(added);
