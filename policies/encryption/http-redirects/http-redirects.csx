// People type addresses without https, and old links have none. A plain entry point is there to send them to HTTPS, and
// for nothing else: what it serves itself, anybody on the way can read and change.

return new Policy<Subject, Edge>
{
    Title       = "Plain HTTP entry points only redirect to HTTPS",
    Severity    = High,
    Controls    = [Hipaa("164.312(e)(1)"), Nist80053("SC-8(1)"), Iso27001("A.8.24")],
    Remediation = "Redirect the entry point as a whole to HTTPS, or give each route on it a middleware or filter that does.",
    Subjects    = estate => [.. estate.TraefikProxies, .. estate.TrafficRoutes],
    Evaluate    = (subject, edge) => subject switch
    {
        TraefikProxy proxy => Each(proxy.EntryPoints.Where(entryPoint => entryPoint.IsPlainHttp), Redirects, "no entry point of its own speaks plain HTTP"),
        TrafficRoute route => OnlyRedirects(route, edge),
        _ => NotApplicable("it lets no traffic in"),
    },
};

record Edge
{
    /// <summary>Entry points of Traefik that speak plain HTTP, as far as git does not hold its configuration.</summary>
    public ImmutableArray<string> PlainEntryPoints { get; init; } = ["web", "http"];
}

Verdict Redirects(EntryPoint entryPoint) => entryPoint.Redirect is { } redirect
    ? Pass(redirect.Place)
    : Fail(entryPoint.Place, $"entry point {entryPoint.Name} speaks plain HTTP and does not redirect to HTTPS");

Verdict OnlyRedirects(TrafficRoute route, Edge edge) => route switch
{
    { Transport: Transport.RedirectsToHttps } => Pass("it only redirects to HTTPS", route.Decisive),
    { Resource.Kind: "Ingress" } => OfIngress(route),
    { Transport: Transport.Encrypted } => Pass("it speaks TLS", route.Decisive),
    { Transport: Transport.Unknown } => NotApplicable(route.Reason),
    { Resource.Kind: "IngressRouteTCP" } => NotApplicable("it carries no HTTP"),
    { Resource.Kind: "IngressRoute" } when route.EntryPoints.Any() && !route.EntryPoints.Any(name => edge.PlainEntryPoints.Contains(name.ToLowerInvariant())) =>
        NotApplicable("none of its entry points is known to speak plain HTTP; encryption/ingressroute-tls judges its tls"),
    { Resource.Kind: "IngressRoute" } => Fail(route["spec.entryPoints"], $"{route.Resource.Description} serves on a plain HTTP entry point instead of redirecting"),
    { Resource.Kind: "Gateway" } when route["protocol"].Text != "HTTP" => NotApplicable("it carries no HTTP"),
    _ => Fail(route.Decisive, route.Resource.Kind == "Gateway" ? $"no route of listener {route["name"]} redirects to HTTPS" : route.Reason),
};

// Controllers redirect what has a certificate, unless they are told not to.
Verdict OfIngress(TrafficRoute route) =>
    Kept(route.Resource) is { } off ? Fail(off, $"{off.Name} is {off}, so plain requests are served instead of redirected", fix: Set(off, "true"))
    : PlainPort(route.Resource) is { } port ? Fail(port, $"{port.Name} opens a plain HTTP port, and no ssl-redirect sends requests away from it")
    : route.Transport == Transport.Encrypted ? Pass("it speaks TLS", route.Decisive)
    : route.Resource.Annotations.Node.Fields.FirstOrDefault(annotation => annotation.Name.EndsWith("force-ssl-redirect") && annotation.Text == "true") is { } forced ? Pass(forced)
    : Fail(route.Decisive, $"{route.Reason}, and nothing redirects it to HTTPS");

Node? Kept(Resource ingress) =>
    ingress.Annotations.Node.Fields.FirstOrDefault(annotation => annotation.Name.EndsWith("/ssl-redirect") && annotation.Text == "false");

// The load balancer of AWS serves on every port that is listed: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#listen-ports
Node? PlainPort(Resource ingress) =>
    ingress.Annotations.At("alb.ingress.kubernetes.io/listen-ports") is var ports
    && Regex.IsMatch(ports.Text, "\"HTTP\"\\s*:")
    && !ingress.Annotations.Has("alb.ingress.kubernetes.io/ssl-redirect")
        ? ports
        : null;
