// Patient data and passwords must not cross a network in the clear.
// Every way in speaks TLS: IngressRoutes, TCP ones too, Ingress hosts, Gateway listeners and the routes on them.
// What only sends the caller to HTTPS may listen in the clear.

return new Policy<TrafficRoute, Edge>
{
    Title       = "Routes from outside speak TLS",
    Severity    = High,
    Controls    = [Hipaa("164.312(e)(1)"), Nist80053("SC-8(1)"), Iso27001("A.8.24")],
    Remediation = "Declare tls with a certificate on the route; keep plain listeners for redirects to HTTPS only.",
    Subjects    = estate => estate.TrafficRoutes,
    Evaluate    = (route, edge) => route.Transport switch
    {
        Transport.Encrypted => Pass(route.Decisive),
        Transport.RedirectsToHttps => Pass("it only redirects to HTTPS", route.Decisive),
        Transport.Unknown => NotApplicable(route.Reason),
        _ when EndsTls(route, edge) => Pass("its entry points speak TLS", route["spec.entryPoints"]),
        _ => Fail(route.Decisive, route.Reason, fix: route.Decisive.Path == "spec.tls" && route.Resource.Kind.StartsWith("IngressRoute") ? Set(route.Decisive, new FixValue.Map([])) : null),
    },
};

record Edge
{
    /// <summary>Entry points of Traefik that speak TLS by its static configuration, whatever the route says.</summary>
    public ImmutableArray<string> TlsEntryPoints { get; init; } = [];
}

bool EndsTls(TrafficRoute route, Edge edge) =>
    route.EntryPoints.Any() && route.EntryPoints.All(entryPoint => edge.TlsEntryPoints.Contains(entryPoint));
