using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.Cli.Check;
using PolicyGate.Clusters;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Cli.Drift;

/// <summary>Asks a cluster what it would make of each object of git. Nothing is stored.</summary>
/// <param name="cluster">Lets nothing but dry runs leave.</param>
/// <param name="snapshot">What the cluster has.</param>
/// <param name="key">By which the snapshot's Secrets are hashed.</param>
internal sealed class DryRunReader(IDryRun cluster, Snapshot snapshot, SecretKey key)
{
    /// <summary>Requests at the same time.</summary>
    private const int AtOnce = 8;

    private readonly ConcurrentDictionary<ResourceReference, DryRunAnswer> answers = new();

    public async Task<IReadOnlyDictionary<ResourceReference, DryRunAnswer>> Read(ImmutableArray<Environment> environments, ProgressLine progress)
    {
        ImmutableArray<Resource> resources = [.. environments.SelectMany(environment => environment.Resources)];
        ILookup<(string, string, string), LiveObject> live = snapshot.Objects.ToLookup(one => (one.Kind, one.Namespace, one.Name));
        await Parallel.ForEachAsync(resources, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (resource, cancellation) =>
        {
            Node? running = live[(resource.Kind, resource.Namespace, resource.Name)].FirstOrDefault()?.Root;
            if (running is not null && KindOf(resource) is { } kind)
            {
                answers.TryAdd(resource.Reference, await Ask(resource, kind, running, cancellation).ConfigureAwait(false));
                progress.Show($"{snapshot.Context}: {answers.Count} of {resources.Length} objects applied as a dry run");
            }
        }).ConfigureAwait(false);
        return answers;
    }

    private async Task<DryRunAnswer> Ask(Resource resource, ServedKind kind, Node running, CancellationToken cancellation)
    {
        string? ns = kind.IsNamespaced ? resource.Namespace : null;
        ClusterAnswer<DryRunOutcome> answer = await cluster.Apply(
            kind, ns, resource.Name, NodeJson.Of(resource.Node), Deployer.Of(running, resource.Environment!), force: true, cancellation).ConfigureAwait(false);
        return answer.Value switch
        {
            DryRunOutcome.Stored stored => StoredOf(kind, stored.Object),
            DryRunOutcome.Refused refused => new DryRunAnswer.Refused(refused.Message),
            DryRunOutcome.Conflicting => new DryRunAnswer.Unknown("it says that others own fields, although it was told to take them over"),
            _ => new DryRunAnswer.Unknown(answer.Problem!.ToString()),
        };
    }

    private DryRunAnswer StoredOf(ServedKind kind, JsonElement stored)
    {
        try
        {
            return new DryRunAnswer.Stored(SnapshotObject.Of(kind, stored, key));
        }
        catch (JsonException)
        {
            return new DryRunAnswer.Unknown("it answered with what is no object");
        }
    }

    /// <summary>In git's version; null where the cluster does not serve it, which the comparison says.</summary>
    private ServedKind? KindOf(Resource resource) => snapshot.Kinds
        .Where(kind => kind.Outcome == KindOutcome.Read && kind.Group == resource.Group && kind.Kind == resource.Kind && kind.Version == resource.Version)
        .Select(kind => new ServedKind(kind.Group, kind.Version, kind.Kind, kind.Resource, kind.IsNamespaced, kind.Versions))
        .FirstOrDefault();
}
