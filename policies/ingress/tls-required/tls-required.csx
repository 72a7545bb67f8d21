// Without TLS, passwords and patient data cross the network readable by whoever listens.
// https://kubernetes.io/docs/concepts/services-networking/ingress/#tls

return new Policy<Resource>
{
    Title       = "Every Ingress serves its hosts over TLS",
    Severity    = High,
    Controls    = [Nist80053("SC-8"), Nist80053("SC-8(1)"), Hipaa("164.312(e)(1)"), Hipaa("164.312(e)(2)(ii)"),
                   Iso27001("A.8.24")],
    Remediation = "Add spec.tls with the hosts and the Secret of their certificate.",
    Subjects    = estate => estate.OfKind("Ingress").Where(one => one.Group is "networking.k8s.io" or "extensions"),
    Evaluate    = ingress => Encrypted(ingress["spec.tls"], ingress["spec.rules"]),
};

Verdict Encrypted(Node tls, Node rules) =>
    tls.Count == 0
        ? Fail(tls, $"{tls.Path} has no entry, so the Ingress serves plain HTTP")
        : All([Pass(tls), .. rules.Items.Select(rule => Covered(rule["host"], tls))]);

Verdict Covered(Node host, Node tls) =>
    host.IsMissing || tls.Items.Any(entry => Covers(entry["hosts"], host.Text))
        ? Pass(host)
        : Fail(host, $"{host.Path} is {host}, which no entry of {tls.Path} names");

bool Covers(Node hosts, string host) =>
    hosts.Count == 0 || hosts.Texts.Any(name => name == host || IsWithin(name, host));

// A wildcard stands for one label: *.example.com is a.example.com, and not a.b.example.com.
bool IsWithin(string name, string host) =>
    name.StartsWith("*.", StringComparison.Ordinal) && host.IndexOf('.') is > 0 and var dot && name[1..] == host[dot..];
