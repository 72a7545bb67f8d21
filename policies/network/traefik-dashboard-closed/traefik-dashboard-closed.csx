// Traefik's dashboard and API show every route, middleware and backend of the cluster: a map for whoever wants in.
// api.insecure opens them on a port without any login; a route to api@internal must ask who is there.
// https://doc.traefik.io/traefik/reference/install-configuration/api-dashboard/

return new Policy<Subject>
{
    Title       = "Traefik's dashboard and API are neither open nor without a login",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(1)"), Hipaa("164.312(d)"), Nist80053("AC-3"), Nist80053("CM-7"), Iso27001("A.8.9")],
    Remediation = "Set api.insecure to false, and give the route to api@internal a basicAuth, digestAuth or forwardAuth middleware, or remove it.",
    Subjects    = estate => [.. estate.TraefikProxies, .. estate.RouteRules.Where(rule => Internals(rule).Any())],
    Evaluate    = subject => subject switch
    {
        TraefikProxy proxy => All([Secure(proxy), ChartRoute(proxy), .. FileRouters(proxy)]),
        RouteRule rule => Authenticated(rule),
        _ => NotApplicable("it does not lead to Traefik's API"),
    },
};

// Services of Traefik itself that show its insides.
IEnumerable<Node> Internals(RouteRule rule) =>
    rule["services"].Items.Concat(rule["backendRefs"].Items).Select(service => service["name"]).Where(name => name.Text is "api@internal" or "dashboard@internal" or "rest@internal");

Verdict Secure(TraefikProxy proxy) => proxy.Setting("api.insecure") switch
{
    { IsFalse: false } open => Fail(open.Place, "api.insecure opens the dashboard and the API to everybody, without a login", fix: Closed(open)),
    { } closed => Pass(closed.Place),
    null => Pass("api.insecure is off by default", proxy.Node),
};

Fix? Closed(Setting open) =>
    open.Place.Text.StartsWith("--") && open.Place.Text.Contains('=') ? Set(open.Place, open.Place.Text[..open.Place.Text.IndexOf('=')] + "=false")
    : open.Place.IsTrue ? Set(open.Place, false)
    : open.Place.Text == "true" ? Set(open.Place, "false")
    : null;

Verdict Authenticated(RouteRule rule) =>
    rule.Of(RouteFilterKind.Authentication).FirstOrDefault(login => login.Defect is null) is { } login ? Pass(login.Place)
    : rule.Of(RouteFilterKind.Authentication).FirstOrDefault() is { } idle ? Fail(idle.Place, $"{idle.Defect}, so {Internals(rule).First()} asks for no login")
    : Fail(rule.FiltersPlace, $"{rule.Description} leads to {Internals(rule).First()} without a login{Unknown(rule)}");

string Unknown(RouteRule rule) => rule.UnknownFilters is [var first, ..] ? $", as far as is known: {first} is not among the manifests" : "";

// The chart's own route has no middlewares unless they are given.
Verdict ChartRoute(TraefikProxy proxy) =>
    proxy.Setting("ingressroute.dashboard.enabled") is not { IsTrue: true } route ? NotApplicable("the chart makes no route to the dashboard")
    : proxy.AllSettings.Any(setting => setting.Name.StartsWith("ingressroute.dashboard.middlewares")) ? Pass(route.Place)
    : Fail(route.Place, "the chart's route to the dashboard has no middlewares, so it asks for no login");

// Routers in files that Traefik reads.
IEnumerable<Verdict> FileRouters(TraefikProxy proxy) =>
    proxy.AllSettings.Where(setting => Regex.IsMatch(setting.Name, @"^http\.routers\.[^.]+\.service$") && setting.Value is "api@internal" or "dashboard@internal")
        .Select(service => proxy.AllSettings.Any(setting => setting.Name == service.Name.Replace(".service", ".middlewares"))
            ? Pass(service.Place)
            : Fail(service.Place, $"the router {service.Name.Split('.')[2]} leads to {service.Value} without a login"));
