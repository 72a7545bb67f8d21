using System.Collections.Immutable;
using PolicyGate.Cli.Commands;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Load.Snapshots;
using PolicyGate.Model.Live;

namespace PolicyGate.Cli.Drift;

/// <summary>Reads clusters into snapshots that are gone when the run ends.</summary>
/// <param name="options">Who asks, and how long.</param>
/// <param name="key">By which values of Secrets are hashed.</param>
/// <param name="progress">How far it is.</param>
internal sealed class ClusterReader(DriftOptions options, SecretKey key, Action<FormattableString> progress) : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("policygate-");

    /// <summary>All at the same time, each within its own time.</summary>
    /// <param name="clusters">The contexts, each with the group versions that git uses.</param>
    /// <exception cref="UsageException">The kubeconfig does not say who asks or where.</exception>
    public ImmutableArray<Snapshot> Read(ImmutableArray<(string Context, ImmutableArray<string> Versions)> clusters)
    {
        (ClusterAccess Access, ImmutableArray<string> Versions)[] accesses = [.. clusters.Select(one => (AccessTo(one.Context), one.Versions))];
        return
        [
            .. Task.WhenAll(accesses.Select((one, index) => Task.Run(() => Read(one.Access, one.Versions, PathOf(index))))).GetAwaiter().GetResult()
        ];
    }

    public void Dispose() => directory.Delete(recursive: true);

    private string PathOf(int index) => Path.Combine(directory.FullName, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{index}.json"));

    private ClusterAccess AccessTo(string context)
    {
        ClusterAccess access = SnapshotCommand.Access(new(options.Kubeconfig, context.Length > 0 ? context : null, options.InCluster));
        SnapshotCommand.WarnIfUnverified(access);
        return access;
    }

    private async Task<Snapshot> Read(ClusterAccess access, ImmutableArray<string> versions, string path)
    {
        using KubernetesCluster cluster = KubernetesCluster.Connect(new() { Access = access, Version = SnapshotCommand.Version });
        SnapshotWishes wishes = new()
        {
            AlsoVersions = versions,
            ReadSecrets = !options.NoSecrets,
            Key = key,
            Timeout = options.Timeout,
        };
        using (Stream file = SnapshotFile.Create(path))
        {
            await SnapshotRun.Take(
                cluster,
                wishes,
                file,
                far => progress($"{access.Name}: {far.KindsDone} of {far.Kinds} kinds read, {far.Objects} objects"),
                CancellationToken.None).ConfigureAwait(false);
        }

        SnapshotReading reading = SnapshotReader.ReadFile(path, SnapshotLimits.Default);
        return reading.Snapshot ?? throw new UsageException($"{access.Name}: the cluster gave what cannot be used: {reading.Problem!.Message}");
    }
}
