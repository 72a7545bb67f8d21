using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where proxies are told what TLS to take.</summary>
internal static class TlsSettings
{
    private const string LoadBalancerPolicy = "service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy";

    /// <summary>
    /// Fields of custom resources: Istio (https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings),
    /// Contour (https://projectcontour.io/docs/main/config/api/#projectcontour.io/v1.TLS), Envoy Gateway
    /// (https://gateway.envoyproxy.io/docs/api/extension_types/#tlssettings).
    /// </summary>
    private static readonly string[] Fields =
    [
        "spec.servers[].tls.minProtocolVersion", "spec.servers[].tls.cipherSuites",
        "spec.virtualhost.tls.minimumProtocolVersion",
        "spec.tls.minVersion", "spec.tls.ciphers",
    ];

    private static readonly string[] FieldGroups = ["networking.istio.io", "projectcontour.io", "gateway.envoyproxy.io"];

    public static IEnumerable<TlsSetting> In(Estate estate) =>
        estate.Resources.SelectMany(Of).Concat(estate.TraefikProxies.SelectMany(OfProxy));

    private static IEnumerable<TlsSetting> Of(Resource resource) => (resource.Kind, resource.Group) switch
    {
        ("TLSOption", "traefik.io" or "traefik.containo.us") => OfOption(resource),
        ("Gateway", GatewayListener.Group) => resource["spec.listeners"].Items.SelectMany(listener => OfMap(resource, listener["tls.options"])),
        ("BackendTLSPolicy", GatewayListener.Group) => OfMap(resource, resource["spec.options"]),
        ("Ingress", _) => OfMap(resource, resource["metadata.annotations"]),
        ("Service", "") => Given(resource, resource.Annotations.At(LoadBalancerPolicy)),
        ("ConfigMap", "") => NginxConfiguration.IsOne(resource) ? OfMap(resource, resource["data"]) : [],
        var (_, group) when FieldGroups.Contains(group, StringComparer.Ordinal) =>
            FieldPlaces.At(resource.Node, Fields).SelectMany(place => Given(resource, place)),
        _ => [],
    };

    /// <summary>
    /// What is taken without a lowest version depends on the version of Traefik, whose older ones took TLS 1.0
    /// (https://doc.traefik.io/traefik/reference/routing-configuration/http/tls/tls-options/).
    /// </summary>
    private static IEnumerable<TlsSetting> OfOption(Resource option) =>
    [
        option["spec.minVersion"].Exists
            ? Versions(option, option["spec.minVersion"])
            : new(option, option["spec.minVersion"]) { Lowest = new(1, 0) },
        .. Given(option, option["spec.maxVersion"]),
        .. Given(option, option["spec.cipherSuites"]),
    ];

    private static IEnumerable<TlsSetting> OfMap(Resource resource, Node map) => map.Fields.SelectMany(field => field.Name switch
    {
        var name when name.EndsWith("-snippet", StringComparison.Ordinal) => OfSnippet(resource, field),
        var name when name.Contains("proxy-ssl", StringComparison.Ordinal) => [],
        var name when IsAbout(name, "ssl-ciphers", "cipher") => [Ciphers(resource, field)],
        var name when IsAbout(name, "ssl-protocols", "ssl-policy", "ssl-options", "tls-min", "min-tls", "tls-version", "tls-protocols", "minversion", "min-version", "ssl-min-ver") =>
            [Versions(resource, field)],
        _ => [],
    });

    private static bool IsAbout(string name, params string[] words) =>
        words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Directives of NGINX in a snippet.</summary>
    private static IEnumerable<TlsSetting> OfSnippet(Resource resource, Node snippet)
    {
        foreach (string directive in snippet.Text.Split(';', '\n').Select(line => line.Trim()))
        {
            if (directive.StartsWith("ssl_protocols", StringComparison.Ordinal))
            {
                yield return new(resource, snippet) { Lowest = TlsVersions.Lowest(directive) };
            }
            else if (directive.StartsWith("ssl_ciphers", StringComparison.Ordinal))
            {
                yield return new(resource, snippet) { WeakCiphers = CipherSuites.WeakIn(directive["ssl_ciphers".Length..]) };
            }
        }
    }

    private static IEnumerable<TlsSetting> Given(Resource resource, Node place) =>
        !place.Exists ? [] : place.IsSequence ? [Ciphers(resource, place)] : [Versions(resource, place)];

    private static TlsSetting Versions(Resource resource, Node place) => new(resource, place) { Lowest = TlsVersions.Lowest(place.Text) };

    private static TlsSetting Ciphers(Resource resource, Node place) => new(resource, place)
    {
        WeakCiphers = [.. place.Texts.Append(place.Text).SelectMany(list => CipherSuites.WeakIn(list))],
    };

    /// <summary>Options in the files and chart values of Traefik.</summary>
    private static IEnumerable<TlsSetting> OfProxy(TraefikProxy proxy) =>
        proxy.AllSettings
            .Where(setting => setting.Name.StartsWith("tls.options.", StringComparison.Ordinal) || setting.Name.StartsWith("tlsoptions.", StringComparison.Ordinal))
            .SelectMany(setting => setting.Name.Split('.')[^1] switch
            {
                "minversion" or "maxversion" => new[] { new TlsSetting(proxy.Resource, setting.Place) { Lowest = TlsVersions.Lowest(setting.Value) } },
                "ciphersuites" => [new(proxy.Resource, setting.Place) { WeakCiphers = CipherSuites.WeakIn(setting.Value) }],
                _ => [],
            });
}
