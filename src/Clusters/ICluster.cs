using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyGate.Clusters;

/// <summary>
/// What can be learnt from a cluster. Refusals and failures are values; only the caller's own cancellation is thrown. May be
/// asked several things at once.
/// </summary>
public interface ICluster
{
    /// <summary>The kubeconfig's context, or what the caller calls it.</summary>
    string Name { get; }

    /// <summary>Requests sent so far, repeats included.</summary>
    int Requests { get; }

    Task<ClusterAnswer<ServerVersion>> GetVersion(CancellationToken cancellation);

    /// <summary>What kinds there are to list.</summary>
    /// <param name="alsoKinds">Those that are to be read even though they are left out otherwise.</param>
    /// <param name="cancellation">The caller's own.</param>
    Task<ClusterAnswer<Catalogue>> Discover(ImmutableArray<KindName> alsoKinds, CancellationToken cancellation);

    /// <summary>One page of a kind's objects.</summary>
    /// <param name="kind">Which objects.</param>
    /// <param name="ns">Those of one namespace; null for all.</param>
    /// <param name="page">How many, and from where on.</param>
    /// <param name="cancellation">The caller's own.</param>
    Task<ClusterAnswer<ObjectPage>> List(ServedKind kind, string? ns, PageWish page, CancellationToken cancellation);

    /// <summary>One object; <see cref="ClusterProblemKind.NotFound"/> when it is not there.</summary>
    Task<ClusterAnswer<JsonElement>> Get(ServedKind kind, string? ns, string name, CancellationToken cancellation);
}
