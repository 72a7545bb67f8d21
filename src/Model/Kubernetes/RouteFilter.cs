using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a filter does for a request.</summary>
public enum RouteFilterKind
{
    RedirectToHttps,

    /// <summary>It sends Strict-Transport-Security; the amount is its seconds.</summary>
    StrictTransport,

    /// <summary>The amount is in requests per second.</summary>
    RateLimit,

    /// <summary>It lets some addresses in only.</summary>
    AddressList,

    /// <summary>A web application firewall.</summary>
    Firewall,

    Authentication,
}

/// <summary>Something that a request passes on its way: a middleware of Traefik, a filter of a Gateway, an annotation.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Place">Where it says so.</param>
/// <param name="Amount">See the kind; else zero.</param>
/// <param name="Defect">Why it does nothing, or null when it works.</param>
public sealed record RouteFilter(RouteFilterKind Kind, Node Place, decimal Amount = 0, string? Defect = null);
