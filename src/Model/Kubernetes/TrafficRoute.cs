using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a route does with traffic that is not encrypted.</summary>
public enum Transport
{
    /// <summary>It takes TLS only.</summary>
    Encrypted,

    /// <summary>It answers plain requests with a redirect to HTTPS and leads nowhere else.</summary>
    RedirectsToHttps,

    Plain,

    /// <summary>That is decided by an object that git does not hold.</summary>
    Unknown,
}

/// <summary>
/// One way for traffic to come in: an IngressRoute or IngressRouteTCP of Traefik, a host of an Ingress, a listener of a
/// Gateway, an HTTPRoute or GRPCRoute on one of its parents.
/// </summary>
public sealed class TrafficRoute : Subject
{
    internal TrafficRoute(Resource resource, Node node)
        : base(resource.Environment, node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    public required Transport Transport { get; init; }

    /// <summary>What decides it, or the missing place that would have to.</summary>
    public required Node Decisive { get; init; }

    /// <summary>What is to be said of it, such as <c>the IngressRoute has no tls</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The entry points of Traefik that it is limited to; none when it is on all of them.</summary>
    public IEnumerable<string> EntryPoints =>
        Resource.Kind.StartsWith("IngressRoute", StringComparison.Ordinal) ? Node["spec.entryPoints"].Texts : [];

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"route of {Resource.Description}";
}
