using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A way from outside the cluster to a database.</summary>
/// <param name="Place">What opens it.</param>
/// <param name="Reason">What it is, such as <c>Service erp-data/db is of type LoadBalancer</c>.</param>
/// <param name="Closed">What the place would have to say instead; null where that is not for a machine to tell.</param>
public sealed record Exposure(Node Place, string Reason, FixValue? Closed = null)
{
    /// <summary>The entry points of Traefik that a route is limited to; none for all else.</summary>
    public ImmutableArray<string> EntryPoints { get; init; } = [];
}
