// The capabilities that a runtime gives by default still let a container forge packets and change owners of files.
// It drops them all and takes back no more than the right to low ports.
// Pod Security Standards, restricted: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

return new Policy<Container>
{
    Title       = "Containers drop all capabilities",
    Severity    = Medium,
    Controls    = [PodSecurity("restricted"), Cis("5.2.10"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Set securityContext.capabilities.drop to [ALL]; add back nothing but NET_BIND_SERVICE.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Pod.IsWindows
            ? NotApplicable("Windows has no capabilities")
            : All([DropsAll(container.Capabilities.Node["drop"]), .. container.Capabilities.Added.Select(Harmless)]),
};

// By exactly this name: admission control reads no other.
Verdict DropsAll(Node drop) =>
    drop.Texts.Contains("ALL") ? Pass(drop)
    : Fail(drop, $"{drop.Path} does not hold ALL", drop.IsSequence ? Append(drop, "ALL") : Set(drop, (string[])["ALL"]));

Verdict Harmless(Node added) =>
    added.Text == "NET_BIND_SERVICE"
        ? Pass(added)
        : Fail(added, $"{added.Path} adds {added}; only NET_BIND_SERVICE may be added", Remove(added));
