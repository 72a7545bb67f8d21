using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Cli.Check;
using PolicyGate.Cli.Commands;
using PolicyGate.Clusters;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Load.Snapshots;
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
        (ClusterAccess Access, SnapshotWishes Wishes)[] asked = [.. clusters.Select(one => (AccessTo(one.Context), WishesFor(one.Environments)))];
        return [.. Task.WhenAll(asked.Select((one, index) => Task.Run(() => Read(one.Access, one.Wishes, PathOf(index), progress)))).GetAwaiter().GetResult()];
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

    private static async Task<ReadSnapshot> Read(ClusterAccess access, SnapshotWishes wishes, string path, ProgressLine progress)
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
        return reading.Snapshot is { } snapshot
            ? new(path, snapshot)
            : throw new UsageException($"{access.Name}: the cluster gave what cannot be used: {reading.Problem!.Message}");
    }
}

/// <summary>A snapshot and where it was written down.</summary>
internal sealed record ReadSnapshot(string File, Snapshot Snapshot);
