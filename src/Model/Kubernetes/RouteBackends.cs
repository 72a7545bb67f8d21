using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The Services that the routes of an environment lead to.</summary>
internal static class RouteBackends
{
    public static IEnumerable<RouteBackend> In(Environment environment) => environment.Resources
        .SelectMany(route => Of(route).Select(backend => (Route: route, Place: backend, Fields: FieldsOf(route, backend))))
        .Where(found => found.Fields.Name.IsScalar)
        .Select(found => new RouteBackend(found.Route, found.Place, found.Fields));

    private static IEnumerable<Node> Of(Resource route) => (route.Kind, route.Group) switch
    {
        ("Ingress", "networking.k8s.io" or "extensions") => OfIngress(route),

        // https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/
        ("IngressRoute" or "IngressRouteTCP" or "IngressRouteUDP", "traefik.io" or "traefik.containo.us") =>
            route["spec.routes"].Items.SelectMany(rule => rule["services"].Items).Where(IsService),

        // https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/traefikservice/
        ("TraefikService", "traefik.io" or "traefik.containo.us") => route["spec.weighted.services"].Items
            .Concat([route["spec.mirroring"]])
            .Concat(route["spec.mirroring.mirrors"].Items)
            .Where(service => service.Exists && IsService(service)),

        // https://gateway-api.sigs.k8s.io/reference/spec/#backendref
        ("HTTPRoute" or "GRPCRoute" or "TLSRoute" or "TCPRoute" or "UDPRoute", GatewayListener.Group) =>
            route["spec.rules"].Items.SelectMany(rule => rule["backendRefs"].Items)
                .Where(backend => IsService(backend) && backend["group"].Text.Length == 0),

        // https://docs.openshift.com/container-platform/latest/rest_api/network_apis/route-route-openshift-io-v1.html
        ("Route", "route.openshift.io") => route["spec.alternateBackends"].Items.Prepend(route["spec.to"]).Where(IsService),
        _ => [],
    };

    /// <summary>https://kubernetes.io/docs/concepts/services-networking/ingress/#default-backend, in beta versions <c>backend</c>.</summary>
    private static IEnumerable<Node> OfIngress(Resource ingress) => ingress["spec.rules"].Items
        .SelectMany(rule => rule["http.paths"].Items)
        .Select(path => path["backend"])
        .Concat([ingress["spec.defaultBackend"], ingress["spec.backend"]])
        .Where(backend => backend.Exists);

    private static bool IsService(Node backend) => backend["kind"].Text is "" or "Service";

    private static RouteBackendFields FieldsOf(Resource route, Node backend) => route.Kind switch
    {
        "Ingress" when backend["serviceName"].Exists => new(backend["serviceName"], backend["namespace"], backend["servicePort"]),
        "Ingress" => new(backend["service.name"], backend["namespace"], OneOf(backend["service.port.number"], backend["service.port.name"])),
        _ => new(backend["name"], backend["namespace"], backend["port"]),
    };

    private static Node OneOf(Node number, Node name) => number.Exists ? number : name;
}
