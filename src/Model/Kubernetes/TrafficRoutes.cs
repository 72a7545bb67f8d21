using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The routes that an estate opens.</summary>
internal static class TrafficRoutes
{
    public static IEnumerable<TrafficRoute> In(Estate estate)
    {
        ImmutableArray<GatewayRoute> onGateways =
        [
            .. estate.Resources
                .Where(resource => resource is { Kind: "HTTPRoute" or "GRPCRoute", Group: GatewayListener.Group })
                .SelectMany(resource => GatewayRoute.Of(resource, estate))
        ];
        Dictionary<GatewayListener, Node> redirects = [];
        foreach (GatewayRoute route in onGateways.Where(route => route.Redirect is not null))
        {
            foreach (GatewayListener listener in route.Listeners)
            {
                redirects.TryAdd(listener, route.Redirect!);
            }
        }

        return estate.Resources.SelectMany(resource => Of(resource, redirects, estate))
            .Concat(onGateways.Select(route => route.Route(redirects)));
    }

    private static IEnumerable<TrafficRoute> Of(Resource resource, Dictionary<GatewayListener, Node> redirects, Estate estate) =>
        (resource.Kind, resource.Group) switch
        {
            ("IngressRoute" or "IngressRouteTCP", "traefik.io" or "traefik.containo.us") => [TraefikRoutes.Of(resource, estate)],
            ("Ingress", "networking.k8s.io" or "extensions") => IngressRules.Of(resource, estate),
            ("Gateway", GatewayListener.Group) => GatewayListener.Of(resource)
                .Where(listener => listener.CarriesStreams)
                .Select(listener => listener.Route(redirects.GetValueOrDefault(listener))),
            _ => [],
        };
}

/// <summary>
/// Traefik's own routes. <c>tls: {}</c> is enough for TLS.
/// See https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/.
/// </summary>
internal static class TraefikRoutes
{
    public static TrafficRoute Of(Resource resource, Estate estate)
    {
        Node tls = resource["spec.tls"];
        Node[] redirects = [.. resource["spec.routes"].Items.Select(route => RedirectOf(resource, route, estate)).OfType<Node>()];
        bool onlyRedirects = redirects.Length > 0 && redirects.Length == resource["spec.routes"].Count;
        (Transport Transport, Node Place)? byEntryPoints =
            resource.Kind == "IngressRoute" ? OfEntryPoints(resource, [.. resource["spec.entryPoints"].Texts], estate) : null;
        return new(resource, resource.Node)
        {
            Transport = tls.Exists ? Transport.Encrypted
                : onlyRedirects ? Transport.RedirectsToHttps
                : byEntryPoints?.Transport ?? Transport.Plain,
            Decisive = tls.Exists ? tls : onlyRedirects ? redirects[0] : byEntryPoints?.Place ?? tls,
            Reason = $"{resource.Kind} {resource.Name} has no tls, so it speaks in the clear",
        };
    }

    /// <summary>
    /// What the entry points make of a router without TLS of its own: one that speaks TLS makes it speak TLS, one that
    /// redirects lets no plain request reach it. Null where some do neither, or are not among the manifests.
    /// </summary>
    public static (Transport Transport, Node Place)? OfEntryPoints(Resource route, ImmutableArray<string> names, Estate estate)
    {
        ImmutableArray<EntryPoint> entryPoints = estate.EntryPointsFor(route, names);
        bool areKnown = !entryPoints.IsEmpty && names.All(name => entryPoints.Any(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        return areKnown && entryPoints.All(one => (one.Tls ?? one.Redirect) is not null)
            ? entryPoints.FirstOrDefault(one => one.Tls is not null) is { } speaking
                ? (Transport.Encrypted, speaking.Tls!.Place)
                : (Transport.RedirectsToHttps, entryPoints[0].Redirect!.Place)
            : null;
    }

    /// <summary>The middleware of a route that sends every request to HTTPS, or null.</summary>
    private static Node? RedirectOf(Resource resource, Node route, Estate estate) =>
        route["middlewares"].Items.FirstOrDefault(reference =>
        {
            PassedMiddlewares passed = new(estate, resource.Environment, "Middleware");
            passed.AddReference(reference, resource.Namespace);
            return passed.Filters.Any(filter => filter.Kind == RouteFilterKind.RedirectToHttps);
        });
}

/// <summary>
/// The hosts of an Ingress, each with the <c>tls</c> entry that covers it.
/// See https://kubernetes.io/docs/concepts/services-networking/ingress/#tls.
/// </summary>
internal static class IngressRules
{
    private const string TraefikTls = "traefik.ingress.kubernetes.io/router.tls";
    private const string TraefikMiddlewares = "traefik.ingress.kubernetes.io/router.middlewares";
    private const string TraefikEntryPoints = "traefik.ingress.kubernetes.io/router.entrypoints";

    /// <summary>Controllers that keep the certificate at the load balancer: AWS, Google.</summary>
    private static readonly string[] CertificateAnnotations =
    [
        "alb.ingress.kubernetes.io/certificate-arn",
        "networking.gke.io/managed-certificates",
        "ingress.gcp.kubernetes.io/pre-shared-cert",
    ];

    public static IEnumerable<TrafficRoute> Of(Resource ingress, Estate estate)
    {
        Node tls = ingress["spec.tls"];
        Node? annotation = DecisiveAnnotation(ingress, estate);
        if (annotation is null && tls.Count == 0 && OfEntryPoints(ingress, estate) is { } byEntryPoints)
        {
            return [new(ingress, ingress.Node) { Transport = byEntryPoints.Transport, Decisive = byEntryPoints.Place, Reason = "" }];
        }

        return annotation is not null || tls.Count == 0 || ingress["spec.rules"].Count == 0
            ? [Whole(ingress, annotation ?? tls)]
            : ingress["spec.rules"].Items.Select(rule => OfHost(ingress, rule, tls));
    }

    private static (Transport Transport, Node Place)? OfEntryPoints(Resource ingress, Estate estate) =>
        IngressAnnotations.IsOfTraefik(ingress)
            ? TraefikRoutes.OfEntryPoints(ingress, Settings.Items(ingress.Annotations.At(TraefikEntryPoints).Text), estate)
            : null;

    private static TrafficRoute Whole(Resource ingress, Node decisive)
    {
        bool isRedirect = decisive.Name == TraefikMiddlewares;
        return new(ingress, ingress.Node)
        {
            Transport = isRedirect ? Transport.RedirectsToHttps
                : decisive.Exists && decisive is not { IsSequence: true, Count: 0 } ? Transport.Encrypted
                : Transport.Plain,
            Decisive = decisive,
            Reason = $"Ingress {ingress.Name} has no tls, so it speaks in the clear",
        };
    }

    private static TrafficRoute OfHost(Resource ingress, Node rule, Node tls)
    {
        Node? entry = tls.Items.FirstOrDefault(entry => Covers(entry, rule["host"].Text));
        return new(ingress, rule)
        {
            Transport = entry is null ? Transport.Plain : Transport.Encrypted,
            Decisive = entry ?? rule["host"],
            Reason = rule["host"].Exists
                ? $"no tls entry of Ingress {ingress.Name} covers the host {rule["host"]}"
                : $"a rule of Ingress {ingress.Name} is for any host, and its tls is for some",
        };
    }

    /// <summary>An entry without hosts is for all of them; a wildcard stands for one label.</summary>
    private static bool Covers(Node entry, string host) =>
        entry["hosts"].Count == 0 || entry["hosts"].Texts.Any(pattern => HostPattern.Covers(pattern, host));

    /// <summary>The annotation that makes the controller speak TLS, or only redirect to it; null without one.</summary>
    private static Node? DecisiveAnnotation(Resource ingress, Estate estate)
    {
        Node traefik = ingress.Annotations.At(TraefikTls);
        Node middlewares = ingress.Annotations.At(TraefikMiddlewares);
        return traefik.Text == "true" ? traefik
            : ingress["spec.tls"].Count == 0 && Redirects(ingress, middlewares, estate) ? middlewares
            : CertificateAnnotations.Select(ingress.Annotations.At).FirstOrDefault(certificate => certificate.Text.Length > 0);
    }

    private static bool Redirects(Resource ingress, Node middlewares, Estate estate)
    {
        PassedMiddlewares passed = new(estate, ingress.Environment, "Middleware");
        passed.AddNames(middlewares, middlewares.Text);
        return passed.Filters.Any(filter => filter.Kind == RouteFilterKind.RedirectToHttps);
    }
}
