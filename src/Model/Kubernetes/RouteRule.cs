using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// One rule by which requests come in from outside, with what they pass on the way: a rule of an IngressRoute or
/// IngressRouteTCP of Traefik, an Ingress, a rule of an HTTPRoute.
/// </summary>
public sealed class RouteRule : Subject
{
    internal RouteRule(Resource resource, Node node)
        : base(resource.Environment, node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    /// <summary>Everything that works or is meant to, of the rule itself, of chains, of the entry point.</summary>
    public required ImmutableArray<RouteFilter> Filters { get; init; }

    /// <summary>Where middlewares are named that git does not hold.</summary>
    public required ImmutableArray<Node> UnknownFilters { get; init; }

    /// <summary>Where one more would be named, there or not.</summary>
    public required Node FiltersPlace { get; init; }

    /// <summary>The names of entry points of Traefik that it is limited to; none when it is on all of them.</summary>
    public required ImmutableArray<string> EntryPoints { get; init; }

    /// <summary>It carries HTTP, not any stream.</summary>
    public bool IsHttp => Resource.Kind is not ("IngressRouteTCP" or "TLSRoute" or "TCPRoute");

    /// <summary>It answers with a redirect to HTTPS and with nothing else.</summary>
    public required bool OnlyRedirects { get; init; }

    /// <summary>None of its entry points is for the public: their names say metrics, ping, admin and the like.</summary>
    public bool IsInternal => EntryPoints.Length > 0 && EntryPoints.All(EntryPoint.IsInternalName);

    public IEnumerable<RouteFilter> Of(RouteFilterKind kind) => Filters.Where(filter => filter.Kind == kind);

    /// <summary>Where it matches, for people: the rule of an IngressRoute, else the object's name.</summary>
    public string Match => Node["match"] is { IsScalar: true } match ? match.Text : Resource.Name;

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"rule {Match} of {Resource.Description}";
}
