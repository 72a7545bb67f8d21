// A rule without a host, or with a wildcard, takes requests for names that are not its own: those of another entity, of a
// name that was given up, of an attacker's. Each name that is served is written down.
// https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards

return new Policy<Resource>
{
    Title       = "Every Ingress names its hosts",
    Severity    = Medium,
    Controls    = [Nist80053("SC-7"), Nist80053("CM-7"), Hipaa("164.312(e)(1)"), Iso27001("A.8.20")],
    Remediation = "Write one rule for each host name, without *.",
    Subjects    = estate => estate.OfKind("Ingress").Where(one => one.Group is "networking.k8s.io" or "extensions"),
    Evaluate    = ingress => All(
    [
        .. ingress["spec.rules"].Items.Select(rule => Named(rule["host"])),
        .. new[] { ingress["spec.defaultBackend"], ingress["spec.backend"] }.Where(backend => backend.Exists).Select(Everything),
    ], "it has no rules"),
};

Verdict Named(Node host) =>
    host.Text == ""             ? Fail(host, $"{host.Path} is not set, so the rule takes requests for any host")
    : host.Text.Contains('*')   ? Fail(host, $"{host.Path} is {host}, which stands for any host{(host.Text == "*" ? "" : " of the domain")}")
    : Pass(host);

Verdict Everything(Node backend) => Fail(backend, $"{backend.Path} takes the requests for any host");
