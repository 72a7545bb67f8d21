// A load balancer without a certificate passes on what it gets; where nothing behind it speaks TLS either, passwords and
// patient data cross the internet in the clear. A port that says https or tls in appProtocol is encrypted by its pods.
// https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol

return new Policy<Service>
{
    Title       = "Load balancers end TLS with a certificate",
    Severity    = Medium,
    Controls    = [Nist80053("SC-8"), Nist80053("SC-8(1)"), Hipaa("164.312(e)(1)"), Hipaa("164.312(e)(2)(ii)"), Iso27001("A.8.24")],
    Remediation = "Name the certificate by the annotation of your cloud, or say appProtocol: https on the ports whose pods end TLS.",
    Subjects    = estate => estate.Services.Where(service => service.Type == "LoadBalancer"),
    Evaluate    = service =>
        service.CertificateAnnotation is { } certificate ? Pass(certificate)
        : service.Ports.Any() && service.Ports.All(IsEncrypted) ? Pass("its pods end TLS", service["spec.ports"])
        : Fail(service["metadata.annotations"], $"no annotation gives the load balancer of {service.Name} a certificate"),
};

bool IsEncrypted(Node port) => port["appProtocol"].Text.ToLowerInvariant() is "https" or "tls" or "ssl" || port["protocol"].Text == "UDP";
