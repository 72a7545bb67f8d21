using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>A cluster that is slow once, between two pages of a list, while something happens in it.</summary>
internal sealed class DelayOnce(TimeSpan delay, Func<Task> meanwhile) : ICluster
{
    private ICluster? _cluster;
    private bool _isOver;

    /// <summary>How often the list had expired then.</summary>
    public int Expired { get; private set; }

    public string Name => _cluster!.Name;

    public int Requests => _cluster!.Requests;

    public ICluster Around(ICluster cluster)
    {
        _cluster = cluster;
        return this;
    }

    public Task<ClusterAnswer<ServerVersion>> GetVersion(CancellationToken cancellation) => _cluster!.GetVersion(cancellation);

    public Task<ClusterAnswer<Catalogue>> Discover(ImmutableArray<KindName> alsoKinds, CancellationToken cancellation) =>
        _cluster!.Discover(alsoKinds, cancellation);

    public Task<ClusterAnswer<JsonElement>> Get(ServedKind kind, string? ns, string name, CancellationToken cancellation) =>
        _cluster!.Get(kind, ns, name, cancellation);

    public async Task<ClusterAnswer<ObjectPage>> List(ServedKind kind, string? ns, PageWish page, CancellationToken cancellation)
    {
        if (kind.Resource == "configmaps" && page.Continue.Length > 0 && !_isOver)
        {
            _isOver = true;
            await meanwhile();
            await Task.Delay(delay, cancellation);
        }

        ClusterAnswer<ObjectPage> answer = await _cluster!.List(kind, ns, page, cancellation);
        Expired += answer.Problem is { Kind: ClusterProblemKind.Expired } ? 1 : 0;
        return answer;
    }
}
