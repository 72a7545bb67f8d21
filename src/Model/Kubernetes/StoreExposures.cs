using System.Text.RegularExpressions;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where a database can be reached from outside of the cluster.</summary>
internal static partial class StoreExposures
{
    public static IEnumerable<Exposure> Of(DataStore store)
    {
        PodTemplate[] proxies = [.. store.Estate.DatabaseUses.Where(use => use.Store == store).SelectMany(use => use.Users).Where(IsProxy).Distinct()];
        Service[] services =
        [
            .. store.Services,
            .. proxies.SelectMany(pod => pod.Environment.ServicesIn(pod.Namespace).Where(service => service.Pods.Contains(pod))),
        ];
        return services.DistinctBy(service => service.Resource).SelectMany(OfService)
            .Concat(store.OperatorExposures)
            .Concat(store.Pods.Select(group => group.Template).OfType<PodTemplate>().SelectMany(pod => OfPod(pod, store.IsServer)))
            .Concat(proxies.SelectMany(pod => OfPod(pod, IsProxy)))
            .Concat(OfRoutes(store, [.. store.Entrances, .. services.Select(service => service.FullName)]));
    }

    /// <summary>A pool of connections or a forwarder before the database, run like any other workload.</summary>
    private static bool IsProxy(PodTemplate pod) => pod.Containers.Any(IsProxy);

    private static bool IsProxy(Container container) => Proxy().IsMatch(container.Image?.Repository ?? "");

    /// <summary>https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types</summary>
    public static Exposure? OfType(Node type, string what) => type.Text is "LoadBalancer" or "NodePort"
        ? new(type, $"{what} is of type {type}", HasNodePorts(type.Parent) ? null : (FixValue)"ClusterIP")
        : null;

    public static IEnumerable<Exposure> OfService(Service service)
    {
        if (OfType(service["spec.type"], service.Description) is { } exposure)
        {
            yield return exposure;
        }

        if (service["spec.externalIPs"].Count > 0)
        {
            yield return new(service["spec.externalIPs"], $"{service.Description} has external addresses");
        }
    }

    /// <summary>A Service that is turned into a ClusterIP must not name them any more.</summary>
    private static bool HasNodePorts(Node spec) =>
        spec["ports"].Items.Any(port => port["nodePort"].Exists) || spec["externalTrafficPolicy"].Exists;

    private static IEnumerable<Exposure> OfPod(PodTemplate pod, Func<Container, bool> speaks)
    {
        if (pod.Spec["hostNetwork"].IsTrue)
        {
            yield return new(pod.Spec["hostNetwork"], $"{pod.Workload.Description} listens on the addresses of its nodes", false);
        }

        foreach (Node port in pod.Containers.Where(speaks).SelectMany(container => container.Ports))
        {
            if (port["hostPort"].Integer > 0)
            {
                yield return new(port["hostPort"], $"{pod.Workload.Description} takes port {port["hostPort"]} of its nodes");
            }
        }
    }

    private static IEnumerable<Exposure> OfRoutes(DataStore store, HashSet<string> entrances) =>
        from backend in store.Estate.RouteTargets
        where backend.LeadsTo(entrances, store.Environment)
        let environment = backend.Route.Environment
        where environment == store.Environment || environment.MayShareClusterWith(store.Environment)
        select OfRoute(backend);

    public static Exposure OfRoute(RouteTarget backend) => new(backend.Place, $"{backend.Route.Description} sends traffic from outside to it")
    {
        EntryPoints = backend.Route.Kind.StartsWith("IngressRoute", StringComparison.Ordinal)
            ? [.. backend.Route["spec.entryPoints"].Texts]
            : [],
    };

    [GeneratedRegex("(pgbouncer|pgpool|pgcat|odyssey|haproxy|envoy|stunnel|socat|twemproxy|predixy)[^/]*$")]
    private static partial Regex Proxy();
}

/// <summary>A Service that a route from outside names.</summary>
/// <param name="Route">The route.</param>
/// <param name="Place">Where it is named.</param>
/// <param name="Host">Its name, or a host name that means it.</param>
/// <param name="Namespace">The namespace in which the name is looked up.</param>
internal sealed partial record RouteTarget(Resource Route, Node Place, string Host, string Namespace)
{
    /// <summary>Where each kind names its backends; a <c>namespace</c> beside the name says where they are.</summary>
    private static readonly Dictionary<(string Kind, string Group), string[]> Fields = new()
    {
        // https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/
        [("Ingress", "networking.k8s.io")] = IngressFields,
        [("Ingress", "extensions")] = IngressFields,

        // https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/
        [("IngressRoute", "traefik.io")] = ["spec.routes[].services[].name"],
        [("IngressRouteTCP", "traefik.io")] = ["spec.routes[].services[].name"],
        [("IngressRouteUDP", "traefik.io")] = ["spec.routes[].services[].name"],
        [("TraefikService", "traefik.io")] = ["spec.weighted.services[].name", "spec.mirroring.name", "spec.mirroring.mirrors[].name"],

        // https://gateway-api.sigs.k8s.io/reference/spec/
        [("HTTPRoute", GatewayListener.Group)] = ["spec.rules[].backendRefs[].name"],
        [("GRPCRoute", GatewayListener.Group)] = ["spec.rules[].backendRefs[].name"],
        [("TCPRoute", GatewayListener.Group)] = ["spec.rules[].backendRefs[].name"],
        [("TLSRoute", GatewayListener.Group)] = ["spec.rules[].backendRefs[].name"],
        [("UDPRoute", GatewayListener.Group)] = ["spec.rules[].backendRefs[].name"],

        // https://projectcontour.io/docs/main/config/api/
        [("HTTPProxy", "projectcontour.io")] = ["spec.routes[].services[].name", "spec.tcpproxy.services[].name"],

        // https://docs.konghq.com/kubernetes-ingress-controller/latest/reference/custom-resources/#tcpingress
        [("TCPIngress", "configuration.konghq.com")] = ["spec.rules[].backend.serviceName"],

        // https://docs.openshift.com/container-platform/latest/rest_api/network_apis/route-route-openshift-io-v1.html
        [("Route", "route.openshift.io")] = ["spec.to.name"],

        // https://istio.io/latest/docs/reference/config/networking/virtual-service/
        [("VirtualService", "networking.istio.io")] =
        [
            "spec.tcp[].route[].destination.host", "spec.tls[].route[].destination.host", "spec.http[].route[].destination.host",
        ],
    };

    /// <summary>The number of the port that stands beside the name; null where none does, or a name.</summary>
    public long? Port => new[] { Place.Parent["port"], Place.Parent["port.number"], Place.Parent["servicePort"] }
        .Select(place => place.Integer)
        .FirstOrDefault(port => port is not null);

    private static string[] IngressFields =>
    [
        "spec.rules[].http.paths[].backend.service.name",
        "spec.rules[].http.paths[].backend.serviceName",
        "spec.defaultBackend.service.name",
        "spec.backend.serviceName",
    ];

    public static IEnumerable<RouteTarget> In(Resource resource) => resource switch
    {
        { Kind: "ConfigMap" } => StreamsOf(resource),
        { Kind: "VirtualService" } when !resource["spec.gateways"].Texts.Any(gateway => gateway != "mesh") => [],
        _ => FieldPlaces.At(resource.Node, Fields.GetValueOrDefault((resource.Kind, Group(resource)), [])).Select(name =>
            new RouteTarget(resource, name, name.Text, name.Parent["namespace"] is { IsScalar: true } ns ? ns.Text : resource.Namespace)),
    };

    /// <summary>
    /// The Service is one of these, by itself or by its external name, however many such names lie between.
    /// </summary>
    /// <param name="services">By their full names.</param>
    /// <param name="environment">Where they are, and where external names are looked up.</param>
    public bool LeadsTo(HashSet<string> services, Environment environment) => environment.NamesOf(this).Any(services.Contains);

    /// <summary>The full names of all Services that the name may mean.</summary>
    public IEnumerable<string> NamesIn(Environment environment) => NamesIn(environment, Host, Namespace, 4);

    private static IEnumerable<string> NamesIn(Environment environment, string host, string ns, int hops)
    {
        foreach (ServiceHost reading in ServiceHost.Readings(host))
        {
            string home = reading.Namespace ?? ns;
            yield return Service.FullNameOf(home, reading.Service);
            string? next = hops > 0 ? ExternalName(environment, home, reading.Service) : null;
            foreach (string further in next is null ? [] : NamesIn(environment, next, home, hops - 1))
            {
                yield return further;
            }
        }
    }

    private static string? ExternalName(Environment environment, string ns, string name) =>
        environment.OnSameCluster
            .Select(one => one.Find("Service", ns, name))
            .FirstOrDefault(service => service?["spec.type"].Text == "ExternalName")?["spec.externalName"].Text;

    /// <summary>The older group of Traefik means the same.</summary>
    private static string Group(Resource resource) =>
        resource.Group == "traefik.containo.us" ? "traefik.io" : resource.Group;

    /// <summary>
    /// Streams of ingress-nginx: a port, and <c>namespace/service:port</c>.
    /// See https://kubernetes.github.io/ingress-nginx/user-guide/exposing-tcp-udp-services/.
    /// </summary>
    private static IEnumerable<RouteTarget> StreamsOf(Resource configMap) =>
        from stream in configMap["data"].Fields
        where PortNumber().IsMatch(stream.Name)
        let match = Stream().Match(stream.Text)
        where match.Success
        select new RouteTarget(configMap, stream, match.Groups["service"].Value, match.Groups["ns"].Value);

    [GeneratedRegex("^[0-9]{1,5}$")]
    private static partial Regex PortNumber();

    [GeneratedRegex(@"^(?<ns>[a-z0-9-]+)/(?<service>[a-z0-9-]+):[a-z0-9-]+(:PROXY)*$")]
    private static partial Regex Stream();
}
