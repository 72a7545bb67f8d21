using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One listener of a Gateway. See https://gateway-api.sigs.k8s.io/reference/spec/#listener.</summary>
internal sealed record GatewayListener(Resource Gateway, Node Node)
{
    public const string Group = "gateway.networking.k8s.io";

    public string Name => Node["name"].Text;

    public string Hostname => Node["hostname"].Text;

    /// <summary>UDP has no TLS that a Gateway could end.</summary>
    public bool CarriesStreams => Node["protocol"].Text != "UDP";

    public bool IsEncrypted => Node["protocol"].Text is "HTTPS" or "TLS";

    public static IEnumerable<GatewayListener> Of(Resource gateway) =>
        gateway["spec.listeners"].Items.Select(listener => new GatewayListener(gateway, listener));

    /// <summary>
    /// A plain listener that is there for redirects is in order; a route on it that serves is judged where it attaches.
    /// </summary>
    /// <param name="redirect">What the routes on it that do nothing but redirect say, or null without such.</param>
    public TrafficRoute Route(Node? redirect) => new(Gateway, Node)
    {
        Transport = IsEncrypted ? Transport.Encrypted : redirect is null ? Transport.Plain : Transport.RedirectsToHttps,
        Decisive = IsEncrypted || redirect is null ? Node["protocol"] : redirect,
        Reason = $"listener {Name} of Gateway {Gateway.Name} speaks {Node["protocol"]} without TLS",
    };

    public bool Equals(GatewayListener? other) => other is not null && Gateway == other.Gateway && Node.Path == other.Node.Path;

    public override int GetHashCode() => Gateway.GetHashCode();
}
