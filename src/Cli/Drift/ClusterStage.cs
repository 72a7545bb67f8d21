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
internal sealed class ClusterStage : IClusterStage, IDisposable
{
    private readonly DriftOptions options;
    private readonly SecretKey key;
    private readonly ClusterReader reader;

    /// <summary>Read once, however often the estate is judged.</summary>
    private ImmutableArray<ReadSnapshot>? snapshots;

    public ClusterStage(DriftOptions options)
    {
        this.options = options;
        key = options.SecretKeyFile is { } file ? SnapshotCommand.KeyOf(file) : SecretKey.Generate();
        reader = new(options, key);
    }

    public ClusterFacts Look(EvaluationRequest git)
    {
        ClusterPlan plan = options.Snapshots.IsEmpty ? ReadClusters(git.Estate) : ReadFiles(git.Estate);
        ImmutableArray<(ReadSnapshot Read, ClusterView View)> looked =
        [
            .. plan.Clusters.Zip(snapshots!.Value, (cluster, read) => (read, ViewOf(read, cluster.Environments)))
        ];
        DriftRequest drift = new() { Clusters = [.. looked.Select(one => one.View)], Now = git.Now, OldestSnapshot = options.OldestSnapshot };
        EvaluationRequest compared = git with
        {
            Drifts = [.. plan.Findings, .. DriftComparison.Compare(drift)],
            Clusters = DriftComparison.Summaries(drift),
        };
        return new(compared, Live(git, looked));
    }

    public void Dispose() => reader.Dispose();

    /// <summary>The same policies over what is live. What is wrong with files and waivers was said of git.</summary>
    private static EvaluationRequest Live(EvaluationRequest git, ImmutableArray<(ReadSnapshot Read, ClusterView View)> looked) => git with
    {
        Estate = LiveEstate.Of(git.Estate, looked.Select(one => (one.Read.Snapshot, EnvironmentsOf(one.View)))),
        Problems = [],
        Files = [],
    };

    private static ImmutableArray<string> EnvironmentsOf(ClusterView view) => [.. view.Environments.Select(environment => environment.Name)];

    private ClusterPlan ReadClusters(Estate estate)
    {
        ImmutableArray<string> contexts = options is { InCluster: true, Contexts.IsEmpty: true } ? ["in-cluster"] : options.Contexts;
        ClusterPlan whole = ClusterPlan.Make(estate, options.Environments, contexts);
        if (whole.Clusters.IsEmpty)
        {
            throw new UsageException("no environment declares spec.cluster.context: name a cluster with --context, or a snapshot with --live");
        }

        ClusterPlan plan = options.Shard is { } shard
            ? new([.. whole.Clusters.Where((_, index) => shard.Takes(index))], shard.Index == 0 ? whole.Homeless : [])
            : whole;
        snapshots ??= reader.Read(plan.Clusters);
        return plan;
    }

    private ClusterPlan ReadFiles(Estate estate)
    {
        snapshots ??= [.. options.Snapshots.Select(Read).OrderBy(one => one.Snapshot.Context, StringComparer.Ordinal)];
        string[] contexts = [.. snapshots.Value.Select(one => one.Snapshot.Context)];
        return contexts.Distinct(StringComparer.Ordinal).Count() < contexts.Length
            ? throw new UsageException("two snapshots are of one context: give one for each cluster")
            : ClusterPlan.Make(estate, options.Environments, [.. contexts]);
    }

    private static ReadSnapshot Read(string file)
    {
        SnapshotReading reading = SnapshotReader.ReadFile(file, SnapshotLimits.Default);
        return reading.Snapshot is { } snapshot ? new(snapshot) : throw new UsageException(reading.Problem!.ToString());
    }

    private ClusterView ViewOf(ReadSnapshot read, ImmutableArray<Environment> environments) =>
        new(read.Snapshot, environments, HashFor(read.Snapshot)) { DryRuns = read.DryRuns };

    private SecretHash? HashFor(Snapshot snapshot) => snapshot.Secrets.KeyCheck == key.Check
        ? (ns, name, field, value) => key.Hash(ns, name, field, value)
        : null;
}
