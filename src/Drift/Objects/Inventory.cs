using PolicyGate.Model.Live;

namespace PolicyGate.Drift.Objects;

/// <summary>What is known of a cluster's objects whichever environment is looked at; made once for the cluster.</summary>
internal sealed class Inventory(ClusterView cluster, LiveIndex live)
{
    private readonly HashSet<ObjectName> wanted = [.. cluster.Environments.SelectMany(one => one.Resources).Select(ObjectName.Of)];
    private readonly ClusterOwn own = new(cluster.Environments, cluster.Snapshot);

    public LiveIndex Live { get; } = live;

    public Trackers Trackers { get; } = new(cluster, live);

    /// <summary>No environment wants the object, and the cluster has not made it by itself.</summary>
    public bool IsUnexplained(LiveObject one) =>
        !wanted.Contains(ObjectName.Of(one)) && Live.IsReadAsARule(one) && !own.Holds(one);
}
