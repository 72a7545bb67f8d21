// With tls alone, many controllers go on answering in the clear: whoever types the name without https sends passwords and
// cookies readable. The Ingress has to say that it refuses plain requests, or sends them to HTTPS.
// https://kubernetes.io/docs/concepts/services-networking/ingress/#tls

return new Policy<Resource>
{
    Title       = "Every Ingress takes HTTPS only",
    Severity    = High,
    Controls    = [Nist80053("SC-8"), Nist80053("SC-8(1)"), Hipaa("164.312(e)(1)"), Hipaa("164.312(e)(2)(ii)"), Iso27001("A.8.24")],
    Remediation = "Add spec.tls, and the annotation by which your controller refuses or redirects plain requests.",
    Subjects    = estate => estate.OfKind("Ingress").Where(one => one.Group is "networking.k8s.io" or "extensions"),
    Evaluate    = ingress => All([Encrypted(ingress), Refused(ingress)]),
};

Verdict Encrypted(Resource ingress) => ingress["spec.tls"].Count > 0
    ? Pass(ingress["spec.tls"])
    : Fail(ingress["spec.tls"], $"spec.tls of Ingress {ingress.Name} has no entry, so it offers no HTTPS");

Verdict Refused(Resource ingress) => PlainRequests.RefusedBy(ingress) is { } annotation
    ? Pass(annotation)
    : Fail(ingress["metadata.annotations"], $"no annotation of Ingress {ingress.Name} refuses plain HTTP or redirects it", Mend(ingress));

// Each controller has its own; where none is known there is nothing that would be sure to help.
Fix? Mend(Resource ingress) => $"{ingress["spec.ingressClassName"]}{ingress.Annotations["kubernetes.io/ingress.class"]}" switch
{
    "nginx" => Set(ingress.Annotations.At("nginx.ingress.kubernetes.io/force-ssl-redirect"), "true"),
    "gce"   => Set(ingress.Annotations.At("kubernetes.io/ingress.allow-http"), "false"),
    _       => null,
};
