using System.Collections.Immutable;
using PolicyGate.Clusters.Http;

namespace PolicyGate.Clusters.Discovery;

/// <summary>
/// Asks a cluster what it serves: all at once where it can say so, else group by group
/// (<see href="https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api">docs</see>).
/// </summary>
internal sealed class DiscoveryRun(Calls calls, ImmutableArray<KindName> alsoKinds)
{
    /// <summary>The forms in which clusters since 1.26 and 1.30 tell all at once, and the old one for the others.</summary>
    private const string Accept =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
        + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
        + "application/json";

    public async Task<ClusterAnswer<Catalogue>> Catalogue(CancellationToken cancellation)
    {
        ClusterAnswer<ImmutableArray<GroupVersion>> core = await Ask("api", cancellation).ConfigureAwait(false);
        if (!core.IsGiven)
        {
            return core.Problem;
        }

        ClusterAnswer<ImmutableArray<GroupVersion>> groups = await Ask("apis", cancellation).ConfigureAwait(false);
        return groups.With(found => CatalogueMaking.Of([.. core.Value, .. found], alsoKinds));
    }

    private async Task<ClusterAnswer<ImmutableArray<GroupVersion>>> Ask(string address, CancellationToken cancellation)
    {
        ClusterAnswer<ImmutableArray<GroupVersion>> overview = await calls
            .Ask(new(address, Accept), DiscoveryAnswers.Overview, cancellation)
            .ConfigureAwait(false);
        if (!overview.IsGiven)
        {
            return overview.Problem;
        }

        // One after the other: a hundred groups take a second, and only old clusters and groups that are down need it.
        ImmutableArray<GroupVersion>.Builder complete = ImmutableArray.CreateBuilder<GroupVersion>(overview.Value.Length);
        foreach (GroupVersion version in overview.Value)
        {
            bool isMissing = version.Why is not null && !CatalogueMaking.IsLeftOut(version, alsoKinds);
            complete.Add(isMissing ? await Ask(version, cancellation).ConfigureAwait(false) : version);
        }

        return complete.MoveToImmutable();
    }

    private async Task<GroupVersion> Ask(GroupVersion version, CancellationToken cancellation)
    {
        ClusterAnswer<ImmutableArray<ServedResource>> answer = await calls
            .Ask(new(version.Address), DiscoveryAnswers.Resources, cancellation)
            .ConfigureAwait(false);
        return answer.IsGiven
            ? version with { Resources = answer.Value, Why = null }
            : version with { Why = answer.Problem.ToString() };
    }
}
