// A host port opens the node's own address, past every Service and NetworkPolicy, and ties the pod to one node.
// Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<Container>
{
    Title       = "Containers take no port of the node",
    Severity    = Medium,
    Controls    = [PodSecurity("baseline"), Cis("5.2.13"), Nist80053("CM-7"), Nist80053("SC-7"), Iso27001("A.8.20")],
    Remediation = "Remove hostPort and publish the port with a Service.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => NoneOnNode(container["ports"]),
};

Verdict NoneOnNode(Node ports) =>
    All([Pass(ports), .. ports.Items.Select(port => Unpublished(port["hostPort"]))]);

Verdict Unpublished(Node hostPort) =>
    hostPort.IsMissing || hostPort.Integer == 0
        ? Pass(hostPort)
        : Fail(hostPort, $"{hostPort.Path} takes port {hostPort} of the node");
