// A NodePort opens a high port on every node, past the load balancer, its TLS and its rules.
// https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport

return new Policy<Service>
{
    Title       = "No Service opens a port on the nodes",
    Severity    = Medium,
    Controls    = [Nist80053("SC-7"), Nist80053("CM-7"), Hipaa("164.312(e)(1)"), Iso27001("A.8.20")],
    Remediation = "Make the Service a ClusterIP and lead traffic to it by a route.",
    Subjects    = estate => estate.Services,
    Evaluate    = service => service.Type == "NodePort"
        ? Fail(service["spec.type"], $"{service["spec.type"].Path} is NodePort, which opens a port on every node")
        : Pass(service["spec.type"]),
};
