// Some capabilities open ways out of the container or into its neighbours, whatever else is set.
// What each one allows: https://man7.org/linux/man-pages/man7/capabilities.7.html

return new Policy<Container, Dangerous>
{
    Title       = "Containers add no dangerous capability",
    Severity    = High,
    Controls    = [Cis("5.2.9"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Remove the capability from securityContext.capabilities.add, or run the program on nodes of its own.",
    Subjects    = estate => estate.Containers,
    Evaluate    = (container, dangerous) => All(
        [Pass(container.Capabilities.Node["add"]), .. container.Capabilities.Added.Select(item => Judged(item, dangerous))]),
};

record Dangerous
{
    public ImmutableArray<string> Capabilities { get; init; } =
    [
        "ALL", "BPF", "DAC_READ_SEARCH", "MAC_ADMIN", "MAC_OVERRIDE", "NET_ADMIN", "NET_RAW", "PERFMON", "SETPCAP",
        "SYS_ADMIN", "SYS_BOOT", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO",
    ];
}

Verdict Judged(Node item, Dangerous dangerous) =>
    dangerous.Capabilities.Contains(Capabilities.NameOf(item))
        ? Fail(item, $"{item.Path} adds {item}", Remove(item))
        : Pass(item);
