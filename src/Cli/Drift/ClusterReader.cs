using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Cli.Check;
using PolicyGate.Cli.Commands;
using PolicyGate.Clusters;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Load.Snapshots;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Live;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Cli.Drift;

/// <summary>Reads clusters into snapshots that are gone when the run ends.</summary>
/// <param name="options">Who asks, and how long.</param>
/// <param name="key">By which values of Secrets are hashed.</param>
internal sealed class ClusterReader(DriftOptions options, SecretKey key) : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("policygate-");

    /// <summary>All at the same time, each within its own time.</summary>
    /// <param name="clusters">The contexts, each with the environments that are on it.</param>
    /// <exception cref="UsageException">The kubeconfig does not say who asks or where.</exception>
    public ImmutableArray<ReadSnapshot> Read(ImmutableArray<(string Context, ImmutableArray<Environment> Environments)> clusters)
    {
        using ProgressLine progress = new();
        (ClusterAccess Access, ImmutableArray<Environment> Environments)[] asked = [.. clusters.Select(one => (AccessTo(one.Context), one.Environments))];
        return [.. Task.WhenAll(asked.Select((one, index) => Task.Run(() => Read(one.Access, one.Environments, PathOf(index), progress)))).GetAwaiter().GetResult()];
    }

    public void Dispose() => directory.Delete(recursive: true);

    private string PathOf(int index) => Path.Combine(directory.FullName, string.Create(CultureInfo.InvariantCulture, $"{index}.json"));

    private ClusterAccess AccessTo(string context)
    {
        ClusterAccess access = SnapshotCommand.Access(new(options.Kubeconfig, context.Length > 0 ? context : null, options.InCluster));
        SnapshotCommand.WarnIfUnverified(access);
        return access;
    }

    /// <summary>Kinds that are left out as a rule are read where git has objects of them.</summary>
    private SnapshotWishes WishesFor(ImmutableArray<Environment> environments)
    {
        ImmutableArray<Resource> resources = [.. environments.SelectMany(environment => environment.Resources)];
        return new()
        {
            AlsoVersions = [.. resources.Select(resource => resource.ApiVersion).Distinct(StringComparer.Ordinal)],
            AlsoKinds = [.. resources.Select(resource => new KindName(resource.Group, resource.Kind)).Distinct()],
            ReadSecrets = !options.NoSecrets,
            Key = key,
            Timeout = options.Timeout,
        };
    }

    private async Task<ReadSnapshot> Read(ClusterAccess access, ImmutableArray<Environment> environments, string path, ProgressLine progress)
    {
        Snapshot snapshot = await Take(access, WishesFor(environments), path, progress).ConfigureAwait(false);
        if (!options.ServerDryRun)
        {
            return new(snapshot);
        }

        using DryRunCluster dryRun = DryRunCluster.Connect(new() { Access = access, Version = SnapshotCommand.Version });
        DryRunReader reader = new(dryRun, snapshot, key);
        return new(snapshot) { DryRuns = await reader.Read(environments, progress).ConfigureAwait(false) };
    }

    private static async Task<Snapshot> Take(ClusterAccess access, SnapshotWishes wishes, string path, ProgressLine progress)
    {
        using KubernetesCluster cluster = KubernetesCluster.Connect(new() { Access = access, Version = SnapshotCommand.Version });
        using (Stream file = SnapshotFile.Create(path))
        {
            await SnapshotRun.Take(
                cluster,
                wishes,
                file,
                far => progress.Show($"{access.Name}: {far.KindsDone} of {far.Kinds} kinds read, {far.Objects} objects"),
                CancellationToken.None).ConfigureAwait(false);
        }

        SnapshotReading reading = SnapshotReader.ReadFile(path, SnapshotLimits.Default);
        return reading.Snapshot
            ?? throw new UsageException($"{access.Name}: the cluster gave what cannot be used: {reading.Problem!.Message}");
    }
}

/// <summary>A snapshot, and what was asked beside it.</summary>
internal sealed record ReadSnapshot(Snapshot Snapshot)
{
    /// <summary>What the cluster would make of each object; null where it was not asked.</summary>
    public IReadOnlyDictionary<ResourceReference, DryRunAnswer>? DryRuns { get; init; }
}
