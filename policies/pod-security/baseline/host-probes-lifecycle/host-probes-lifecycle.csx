// A probe or hook with a host of its own makes the kubelet send requests from the node to wherever the author likes.
// Pod Security Standards, baseline, from 1.34 on:
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<Container>
{
    Title       = "Probes and lifecycle hooks address only their own pod",
    Severity    = Medium,
    Controls    = [PodSecurity("baseline"), Nist80053("SC-7"), Nist80053("CM-7"), Iso27001("A.8.20")],
    Remediation = "Remove host: the kubelet then asks the pod itself.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => Each(Handlers(container), OwnPod),
};

IEnumerable<Node> Handlers(Container container) =>
    [
        container["livenessProbe"],
        container["readinessProbe"],
        container["startupProbe"],
        container["lifecycle.postStart"],
        container["lifecycle.preStop"],
    ];

Verdict OwnPod(Node handler) =>
    handler.IsMissing
        ? Pass(handler)
        : Each([handler["httpGet.host"], handler["tcpSocket.host"]], Unset);

Verdict Unset(Node host) =>
    host.Text.Length == 0
        ? Pass(host)
        : Fail(host, $"{host.Path} sends the kubelet's requests to {host}", Remove(host));
