using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// An HTTPRoute or GRPCRoute on one of its parents. Without a section name or a port it is on every listener of the
/// Gateway whose hostname fits. See https://gateway-api.sigs.k8s.io/reference/spec/#parentreference.
/// </summary>
internal sealed class GatewayRoute
{
    private readonly Resource route;
    private readonly Node parent;

    private GatewayRoute(Resource route, Node parent, Estate estate)
    {
        this.route = route;
        this.parent = parent;
        string ns = parent["namespace"] is { IsScalar: true } named ? named.Text : route.Namespace;
        Resource? gateway = estate.OnClusterOf(route.Environment)
            .Select(environment => environment.Find("Gateway", ns, parent["name"].Text))
            .FirstOrDefault(found => found is not null);
        Listeners = gateway is null ? [] : [.. GatewayListener.Of(gateway).Where(Fits)];
        Redirect = FindRedirect();
    }

    /// <summary>The listeners that it is on; none when git does not hold the Gateway.</summary>
    public ImmutableArray<GatewayListener> Listeners { get; }

    /// <summary>The first filter, when every rule does nothing but redirect to HTTPS; else null.</summary>
    public Node? Redirect { get; }

    public static IEnumerable<GatewayRoute> Of(Resource route, Estate estate) =>
        route["spec.parentRefs"].Items
            .Where(parent => parent["kind"].Text is "" or "Gateway")
            .Select(parent => new GatewayRoute(route, parent, estate));

    /// <summary>
    /// It must not serve on a listener that is there to redirect. A plain listener that is not, is judged itself.
    /// </summary>
    /// <param name="redirects">The listeners on which some route does nothing but redirect.</param>
    public TrafficRoute Route(IReadOnlyDictionary<GatewayListener, Node> redirects)
    {
        GatewayListener? redirecting = Redirect is not null
            ? null
            : Listeners.FirstOrDefault(listener => !listener.IsEncrypted && redirects.ContainsKey(listener));
        GatewayListener? encrypted = Listeners.FirstOrDefault(listener => listener.IsEncrypted);
        Transport transport = redirecting is not null ? Transport.Plain
            : Redirect is not null ? Transport.RedirectsToHttps
            : encrypted is not null ? Transport.Encrypted
            : Transport.Unknown;
        return new(route, parent)
        {
            Transport = transport,
            Decisive = redirecting is not null ? parent : Redirect ?? encrypted?.Node["protocol"] ?? parent,
            Reason = transport switch
            {
                Transport.Plain =>
                    $"{route.Kind} {route.Name} serves on the plain listener {redirecting!.Name}, which is there to redirect",
                _ when Listeners.IsEmpty => $"Gateway {parent["name"]} is not among the manifests",
                _ => $"the listeners of Gateway {parent["name"]} are judged themselves",
            },
        };
    }

    private Node? FindRedirect()
    {
        Node[] redirects = [.. route["spec.rules"].Items.Select(RedirectOf).OfType<Node>()];
        return redirects.Length > 0 && redirects.Length == route["spec.rules"].Count ? redirects[0] : null;
    }

    private bool Fits(GatewayListener listener) =>
        (parent["sectionName"].IsMissing || parent["sectionName"].Text == listener.Name)
        && (parent["port"].IsMissing || parent["port"].Text == listener.Node["port"].Text)
        && (route["spec.hostnames"].Count == 0
            || route["spec.hostnames"].Texts.Any(host => HostPattern.Meet(host, listener.Hostname)));

    /// <summary>https://gateway-api.sigs.k8s.io/reference/spec/#httprequestredirectfilter</summary>
    private static Node? RedirectOf(Node rule) =>
        rule["filters"].Items.FirstOrDefault(filter => filter["requestRedirect.scheme"].Text == "https");
}
