using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What the filters of an HTTPRoute do (https://gateway-api.sigs.k8s.io/reference/spec/#httproutefilter), and the
/// policies that Envoy Gateway and Google attach to it
/// (https://gateway.envoyproxy.io/docs/api/extension_types/,
/// https://cloud.google.com/kubernetes-engine/docs/how-to/configure-gateway-resources).
/// </summary>
internal static class GatewayFilters
{
    private static readonly string[] PolicyKinds = ["BackendTrafficPolicy", "SecurityPolicy", "GCPBackendPolicy"];

    public static IEnumerable<RouteFilter> Of(Resource route, Node rule, Estate estate) =>
        rule["filters"].Items.SelectMany(OfFilter)
            .Concat(estate.OnClusterOf(route.Environment)
                .SelectMany(environment => PolicyKinds.SelectMany(kind => environment.OfKind(kind)))
                .SelectMany(policy => OfPolicy(policy, route, rule)));

    private static IEnumerable<RouteFilter> OfFilter(Node filter)
    {
        Node scheme = filter["requestRedirect.scheme"];
        Node changed = filter["responseHeaderModifier"];
        IEnumerable<RouteFilter> headers = changed["set"].Items.Concat(changed["add"].Items)
            .Where(header => header["name"].Text.Equals("Strict-Transport-Security", StringComparison.OrdinalIgnoreCase))
            .Select(header => TraefikMiddleware.StrictTransport(header["value"], header["value"].Text));
        return scheme.Text == "https" ? headers.Append(new(RouteFilterKind.RedirectToHttps, scheme)) : headers;
    }

    private static IEnumerable<RouteFilter> OfPolicy(Resource policy, Resource route, Node rule) => policy.Kind switch
    {
        "BackendTrafficPolicy" when Targets(policy, route) => OfEnvoyTraffic(policy["spec.rateLimit"]),
        "SecurityPolicy" when Targets(policy, route) => OfEnvoySecurity(policy["spec"]),
        "GCPBackendPolicy" when policy["spec.default.securityPolicy"].Exists
            && rule["backendRefs"].Items.Any(backend => backend["name"].Text == policy["spec.targetRef.name"].Text) =>
            [new(RouteFilterKind.Firewall, policy["spec.default.securityPolicy"])],
        _ => [],
    };

    private static IEnumerable<RouteFilter> OfEnvoyTraffic(Node limits) =>
        limits["global.rules"].Items.Concat(limits["local.rules"].Items)
            .Select(rule => rule["limit"])
            .Where(limit => limit["requests"].Integer > 0)
            .Select(limit => new RouteFilter(RouteFilterKind.RateLimit, limit["requests"], (decimal)limit["requests"].Integer! / SecondsIn(limit["unit"].Text)));

    private static int SecondsIn(string unit) => unit switch { "Minute" => 60, "Hour" => 3600, "Day" => 86400, _ => 1 };

    private static IEnumerable<RouteFilter> OfEnvoySecurity(Node spec)
    {
        foreach (Node login in new[] { spec["basicAuth"], spec["oidc"], spec["jwt"], spec["extAuth"], spec["apiKeyAuth"] }.Where(login => login.Exists))
        {
            yield return new(RouteFilterKind.Authentication, login);
        }

        if (spec["authorization.defaultAction"].Text == "Deny")
        {
            Node[] lists = [.. spec["authorization.rules"].Items.Where(rule => rule["action"].Text == "Allow").Select(rule => rule["principal.clientCIDRs"])];
            yield return TraefikMiddleware.AddressList(spec["authorization"], lists.SelectMany(list => list.Texts));
        }
    }

    private static bool Targets(Resource policy, Resource route) =>
        policy["spec.targetRefs"].Items.Append(policy["spec.targetRef"]).Any(target =>
            policy.Namespace == route.Namespace && target["kind"].Text == "HTTPRoute" && target["name"].Text == route.Name
            || target["kind"].Text == "Gateway" && route["spec.parentRefs"].Items.Any(parent =>
                parent["name"].Text == target["name"].Text
                && (parent["namespace"] is { IsScalar: true } ns ? ns.Text : route.Namespace) == policy.Namespace));
}
