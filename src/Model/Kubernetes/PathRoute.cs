using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What brings requests for some hosts and paths to a Service.</summary>
internal sealed class PathRoute
{
    public required Resource Resource { get; init; }

    /// <summary>What decides which paths it takes.</summary>
    public required Node Place { get; init; }

    /// <summary>None: all hosts.</summary>
    public string[] Hosts { get; init; } = [];

    public required Func<string, bool> Takes { get; init; }

    /// <summary>None where it leads to no Service.</summary>
    public ServicePort[] Services { get; init; } = [];

    /// <summary>Lets only known networks or callers through, or sends them elsewhere, for that path.</summary>
    public Func<string, bool> Blocks { get; init; } = _ => false;

    public bool SharesHostWith(PathRoute other) =>
        Hosts.Length == 0 || other.Hosts.Length == 0 || Hosts.Any(host => other.Hosts.Any(theirs => HostPattern.Meet(host, theirs)));
}

/// <summary>A port of a Service, by name or number; empty where a route does not say which.</summary>
internal sealed record ServicePort(string Namespace, string Name, string Port)
{
    /// <summary>
    /// The Service sends what comes to the port to this container: its pods are meant, and no other container of them
    /// has the port.
    /// </summary>
    public bool LeadsTo(Container container, Service service) => service.Pods.Contains(container.Pod) && !BelongsToAnother(container, service);

    private bool BelongsToAnother(Container container, Service service) =>
        service.Ports.FirstOrDefault(port => Port.Length > 0 && (port["port"].Text == Port || port["name"].Text == Port)) is { } found
        && container.Pod.Containers.Any(other => other != container && Has(other, found["targetPort"].Exists ? found["targetPort"].Text : found["port"].Text));

    private static bool Has(Container container, string port) =>
        container.Ports.Any(own => own["containerPort"].Text == port || own["name"].Text == port);
}

/// <summary>Routes with paths: Ingress, IngressRoute, HTTPRoute, Route of OpenShift, Services open to the outside.</summary>
internal static class PathRoutes
{
    public static IEnumerable<PathRoute> In(Environment environment) => environment.Resources.SelectMany(resource => (resource.Kind, resource.Group) switch
    {
        ("Ingress", "networking.k8s.io" or "extensions") => OfIngress(resource),
        ("IngressRoute", "traefik.io" or "traefik.containo.us") => resource["spec.routes"].Items.Select(route => OfTraefik(resource, route)),
        ("IngressRouteTCP", "traefik.io" or "traefik.containo.us") => resource["spec.routes"].Items.Select(route => OfTraefikTcp(resource, route)),
        ("HTTPRoute", GatewayListener.Group) => resource["spec.rules"].Items.SelectMany(rule => OfGateway(resource, rule)),
        ("Route", "route.openshift.io") => [OfOpenShift(resource)],
        ("Service", "") when resource["spec.type"].Text is "LoadBalancer" or "NodePort" => [OfService(resource)],
        _ => [],
    });

    private static IEnumerable<PathRoute> OfIngress(Resource ingress)
    {
        foreach (Node rule in ingress["spec.rules"].Items)
        {
            foreach (Node path in rule["http.paths"].Items)
            {
                yield return new()
                {
                    Resource = ingress,
                    Place = path["path"],
                    Hosts = rule["host"].IsScalar ? [rule["host"].Text] : [],
                    Takes = wanted => TakesPath(path, wanted),
                    Services = Backend(ingress, path["backend"]),
                    Blocks = wanted => IngressGuards.Block(ingress, wanted),
                };
            }
        }

        Node backend = ingress["spec.defaultBackend"].Exists ? ingress["spec.defaultBackend"] : ingress["spec.backend"];
        if (backend.Exists)
        {
            yield return new() { Resource = ingress, Place = backend, Takes = _ => true, Services = Backend(ingress, backend), Blocks = wanted => IngressGuards.Block(ingress, wanted) };
        }
    }

    private static bool TakesPath(Node entry, string path) => (entry["pathType"].Text, entry["path"].Text) switch
    {
        (_, "") => true,
        ("Exact", var text) => path == text,
        ("Prefix", var text) => PathMatch.Prefix(text, path),
        var (_, text) => PathMatch.Prefix(text, path) || PathMatch.Regular(text, path),
    };

    private static ServicePort[] Backend(Resource ingress, Node backend) =>
        (backend["service.name"].Exists ? backend["service.name"] : backend["serviceName"]) is { IsScalar: true } name
            ? [new(ingress.Namespace, name.Text, $"{backend["service.port.number"]}{backend["service.port.name"]}{backend["servicePort"]}")]
            : [];

    private static PathRoute OfTraefik(Resource resource, Node route) => new()
    {
        Resource = resource,
        Place = route["match"],
        Hosts = [.. TraefikHosts.In(route["match"].Text)],
        Takes = path => TraefikRule.MayMatch(route["match"].Text, path),
        Services = Named(resource, route["services"]),
        Blocks = path => route["middlewares"].Items
            .Select(reference => Middleware(resource, reference))
            .Any(middleware => middleware is not null && TraefikGuards.Block(middleware, path)),
    };

    private static PathRoute OfTraefikTcp(Resource resource, Node route) => new()
    {
        Resource = resource,
        Place = route["match"],
        Takes = _ => true,
        Services = Named(resource, route["services"]),
    };

    private static Resource? Middleware(Resource resource, Node reference) =>
        resource.Environment.Find("Middleware", reference["namespace"] is { IsScalar: true } ns ? ns.Text : resource.Namespace, reference["name"].Text);

    private static IEnumerable<PathRoute> OfGateway(Resource resource, Node rule) =>
        (rule["matches"].Count > 0 ? rule["matches"].Items.Select(match => match["path"]) : [rule["matches"]]).Select(path => new PathRoute
        {
            Resource = resource,
            Place = path,
            Hosts = [.. resource["spec.hostnames"].Texts],
            Takes = wanted => path["type"].Text switch
            {
                "Exact" => wanted == path["value"].Text,
                "RegularExpression" => PathMatch.Regular(path["value"].Text, wanted),
                _ => PathMatch.Prefix(path["value"] is { IsScalar: true } value ? value.Text : "/", wanted),
            },
            Services = Named(resource, rule["backendRefs"]),
            Blocks = wanted => rule["filters"].Items.Any(filter => filter["type"].Text == "RequestRedirect"
                || (filter["extensionRef"].Exists && Middleware(resource, filter["extensionRef"]) is { } middleware && TraefikGuards.Block(middleware, wanted))),
        });

    private static ServicePort[] Named(Resource resource, Node services) =>
        [.. services.Items
            .Where(service => service["kind"].Text is "" or "Service")
            .Select(service => new ServicePort(service["namespace"] is { IsScalar: true } ns ? ns.Text : resource.Namespace, service["name"].Text, service["port"].Text))];

    private static PathRoute OfOpenShift(Resource route) => new()
    {
        Resource = route,
        Place = route["spec.path"],
        Hosts = route["spec.host"].IsScalar ? [route["spec.host"].Text] : [],
        Takes = path => route["spec.path"].IsMissing || PathMatch.Prefix(route["spec.path"].Text, path),
        Services = [new(route.Namespace, route["spec.to.name"].Text, route["spec.port.targetPort"].Text)],
        Blocks = _ => route.Annotations.Has("haproxy.router.openshift.io/ip_whitelist") || route.Annotations.Has("haproxy.router.openshift.io/ip_allowlist"),
    };

    private static PathRoute OfService(Resource service) => new()
    {
        Resource = service,
        Place = service["spec.type"],
        Takes = _ => true,
        Services = [new(service.Namespace, service.Name, "")],
        Blocks = _ => Networks.AreLimited(service["spec.loadBalancerSourceRanges"].Texts),
    };
}
