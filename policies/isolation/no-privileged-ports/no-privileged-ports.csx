// Ports below 1024 are for root, or for whoever has NET_BIND_SERVICE: a program that listens there asks for more than it
// needs, as the Service can serve the low port. https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports

return new Policy<Container>
{
    Title       = "Containers listen on no privileged port",
    Severity    = Low,
    Controls    = [Nist80053("AC-6"), Nist80053("CM-7"), Iso27001("A.8.20")],
    Remediation = "Let the program listen on 1024 or more, and have the Service map the low port to it.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => All([Pass(container["ports"]), .. container.Ports.Select(port => High(port["containerPort"]))]),
};

Verdict High(Node port) =>
    port.Integer is > 0 and < 1024
        ? Fail(port, $"{port.Path} is {port}, below 1024")
        : Pass(port);
