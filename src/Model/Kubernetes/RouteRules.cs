using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The rules by which an estate lets requests in.</summary>
internal static class RouteRules
{
    private const string TraefikEntryPoints = "traefik.ingress.kubernetes.io/router.entrypoints";
    private const string TraefikMiddlewares = "traefik.ingress.kubernetes.io/router.middlewares";

    public static IEnumerable<RouteRule> In(Estate estate)
    {
        ILookup<Resource, Transport> transports = estate.TrafficRoutes.ToLookup(route => route.Resource, route => route.Transport);
        return estate.Resources.SelectMany(resource => Of(resource, estate, transports[resource]));
    }

    private static IEnumerable<RouteRule> Of(Resource resource, Estate estate, IEnumerable<Transport> transports) =>
        (resource.Kind, resource.Group) switch
        {
            ("IngressRoute", "traefik.io" or "traefik.containo.us") =>
                resource["spec.routes"].Items.Select(rule => OfTraefik(resource, rule, estate, "Middleware")),
            ("IngressRouteTCP", "traefik.io" or "traefik.containo.us") =>
                resource["spec.routes"].Items.Select(rule => OfTraefik(resource, rule, estate, "MiddlewareTCP")),
            ("Ingress", "networking.k8s.io" or "extensions") =>
                [OfIngress(resource, estate, transports.Any() && transports.All(transport => transport == Transport.RedirectsToHttps))],
            ("HTTPRoute", GatewayListener.Group) => resource["spec.rules"].Items.Select(rule => OfGateway(resource, rule, estate)),
            _ => [],
        };

    private static RouteRule OfTraefik(Resource route, Node rule, Estate estate, string kind)
    {
        PassedMiddlewares passed = new(estate, route.Environment, kind);
        ImmutableArray<string> entryPoints = [.. route["spec.entryPoints"].Texts];
        AddEntryPoints(passed, entryPoints, estate, route);
        passed.AddReferences(rule["middlewares"], route.Namespace);
        if (MatchedAddresses.In(rule["match"]) is { } addresses)
        {
            passed.Add(addresses);
        }

        return new(route, rule)
        {
            Filters = passed.Filters,
            UnknownFilters = passed.Unknown,
            FiltersPlace = rule["middlewares"],
            EntryPoints = entryPoints,
            OnlyRedirects = passed.Filters.Any(filter => filter.Kind == RouteFilterKind.RedirectToHttps) && route["spec.tls"].IsMissing,
        };
    }

    private static RouteRule OfIngress(Resource ingress, Estate estate, bool onlyRedirects)
    {
        PassedMiddlewares passed = new(estate, ingress.Environment, "Middleware");
        Node names = ingress.Annotations.At(TraefikMiddlewares);
        ImmutableArray<string> entryPoints = Settings.Items(ingress.Annotations.At(TraefikEntryPoints).Text);
        if (IngressAnnotations.IsOfTraefik(ingress))
        {
            AddEntryPoints(passed, entryPoints, estate, ingress);
        }

        passed.AddNames(names, names.Text);
        foreach (RouteFilter filter in IngressAnnotations.FiltersOf(ingress, estate))
        {
            passed.Add(filter);
        }

        return new(ingress, ingress.Node)
        {
            Filters = passed.Filters,
            UnknownFilters = passed.Unknown,
            FiltersPlace = names.Exists ? names : ingress["metadata.annotations"],
            EntryPoints = entryPoints,
            OnlyRedirects = onlyRedirects,
        };
    }

    private static RouteRule OfGateway(Resource route, Node rule, Estate estate)
    {
        PassedMiddlewares passed = new(estate, route.Environment, "Middleware");
        foreach (Node filter in rule["filters"].Items)
        {
            if (filter["extensionRef.kind"].Text == "Middleware")
            {
                passed.AddNames(filter["extensionRef.name"], $"{route.Namespace}-{filter["extensionRef.name"]}");
            }
        }

        foreach (RouteFilter filter in GatewayFilters.Of(route, rule, estate))
        {
            passed.Add(filter);
        }

        return new(route, rule)
        {
            Filters = passed.Filters,
            UnknownFilters = passed.Unknown,
            FiltersPlace = rule["filters"],
            EntryPoints = [],
            OnlyRedirects = passed.Filters.Any(filter => filter.Kind == RouteFilterKind.RedirectToHttps),
        };
    }

    /// <summary>What its entry points make of every request; only what all of them do counts.</summary>
    private static void AddEntryPoints(PassedMiddlewares passed, ImmutableArray<string> names, Estate estate, Resource route)
    {
        ImmutableArray<EntryPoint> entryPoints = estate.EntryPointsFor(route, names);
        IEnumerable<string> shared = entryPoints
            .Select(entryPoint => entryPoint.Middlewares.SelectMany(setting => Settings.Items(setting.Value)))
            .Aggregate((IEnumerable<string>?)null, (common, own) => common?.Intersect(own, StringComparer.Ordinal) ?? own) ?? [];
        foreach (string name in shared)
        {
            passed.AddNames(entryPoints[0].Middlewares.First().Place, name);
        }
    }
}

/// <summary>Addresses that the rule of a router asks for: <c>ClientIP(`10.0.0.0/8`)</c>.</summary>
internal static class MatchedAddresses
{
    private const string Matcher = "ClientIP(";

    /// <summary>Null where the rule does not ask, or asks for others than these, or for these among others.</summary>
    public static RouteFilter? In(Node match)
    {
        int start = match.Text.IndexOf(Matcher, StringComparison.Ordinal);
        int end = start < 0 ? -1 : match.Text.IndexOf(')', start);
        bool isPlain = end > 0 && !match.Text.Contains("!ClientIP", StringComparison.Ordinal) && !match.Text.Contains("||", StringComparison.Ordinal);
        return isPlain
            ? TraefikMiddleware.AddressList(match, Settings.Items(match.Text[(start + Matcher.Length)..end].Replace('`', ' ').Replace('"', ' ')))
            : null;
    }
}
