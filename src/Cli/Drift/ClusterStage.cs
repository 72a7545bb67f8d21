using System.Collections.Immutable;
using PolicyGate.Cli.Check;
using PolicyGate.Cli.Commands;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Drift;
using PolicyGate.Drift.Fields;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Load.Snapshots;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Live;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Cli.Drift;

/// <summary>Reads the clusters that an estate is for, and holds the estate against them.</summary>
internal sealed class ClusterStage(DriftOptions options) : IClusterStage
{
    private readonly SecretKey key = options.SecretKeyFile is { } file ? SnapshotCommand.KeyOf(file) : SecretKey.Generate();

    /// <summary>Read once, however often the estate is judged.</summary>
    private ImmutableArray<Snapshot>? snapshots;

    public EvaluationRequest Compare(EvaluationRequest request)
    {
        (ClusterPlan plan, ImmutableArray<Snapshot> read) = options.Snapshots.IsEmpty ? ReadClusters(request.Estate) : ReadFiles(request.Estate);
        DriftRequest drift = new()
        {
            Estate = request.Estate,
            Clusters = [.. plan.Clusters.Zip(read, (cluster, snapshot) => new ClusterView(snapshot, cluster.Environments, HashFor(snapshot)))],
            Now = request.Now,
            OldestSnapshot = options.OldestSnapshot,
        };
        return request with
        {
            Drifts = [.. plan.Findings, .. DriftComparison.Compare(drift)],
            Clusters = DriftComparison.Summaries(drift),
        };
    }

    private (ClusterPlan Plan, ImmutableArray<Snapshot> Snapshots) ReadClusters(Estate estate)
    {
        ImmutableArray<string> contexts = options is { InCluster: true, Contexts.IsEmpty: true } ? ["in-cluster"] : options.Contexts;
        ClusterPlan whole = ClusterPlan.Make(estate, options.Environments, contexts);
        ClusterPlan plan = options.Shard is { } shard
            ? new([.. whole.Clusters.Where((_, index) => shard.Takes(index))], shard.Index == 0 ? whole.Homeless : [])
            : whole;
        if (whole.Clusters.IsEmpty)
        {
            throw new UsageException("no environment declares spec.cluster.context: name a cluster with --context, or a snapshot with --live");
        }

        if (snapshots is null)
        {
            using ProgressLine progress = new();
            using ClusterReader reader = new(options, key, progress.Show);
            snapshots = reader.Read([.. plan.Clusters.Select(cluster => (cluster.Context, VersionsIn(cluster.Environments)))]);
        }

        return (plan, snapshots.Value);
    }

    private (ClusterPlan Plan, ImmutableArray<Snapshot> Snapshots) ReadFiles(Estate estate)
    {
        snapshots ??= [.. options.Snapshots.Select(Read).OrderBy(snapshot => snapshot.Context, StringComparer.Ordinal)];
        ImmutableArray<Snapshot> read = snapshots.Value;
        if (read.GroupBy(snapshot => snapshot.Context).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UsageException($"two snapshots are of the context '{twice.Key}': give one for each cluster");
        }

        return (ClusterPlan.Make(estate, options.Environments, [.. read.Select(snapshot => snapshot.Context)]), read);
    }

    private static Snapshot Read(string file)
    {
        SnapshotReading reading = SnapshotReader.ReadFile(file, SnapshotLimits.Default);
        return reading.Snapshot ?? throw new UsageException(reading.Problem!.ToString());
    }

    private SecretHash? HashFor(Snapshot snapshot) => snapshot.Secrets.KeyCheck == key.Check
        ? (ns, name, field, value) => key.Hash(ns, name, field, value)
        : null;

    private static ImmutableArray<string> VersionsIn(ImmutableArray<Environment> environments) =>
        [.. environments.SelectMany(environment => environment.Resources).Select(resource => resource.ApiVersion).Distinct(StringComparer.Ordinal)];
}
