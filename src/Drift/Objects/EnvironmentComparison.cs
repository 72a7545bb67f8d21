using System.Collections.Immutable;
using PolicyGate.Drift.Fields;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Live;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Drift.Objects;

/// <summary>Holds what git wants of one environment against its cluster.</summary>
internal sealed class EnvironmentComparison
{
    private readonly Environment environment;
    private readonly ClusterView cluster;
    private readonly LiveIndex live;
    private readonly KnownOwners owners;
    private readonly Autoscalers autoscalers;
    private readonly IgnoreBook ignored;
    private readonly DriftFindings findings;
    private readonly Visibility visibility;

    private EnvironmentComparison(Environment environment, ClusterView cluster, LiveIndex live, DateTimeOffset now)
    {
        this.environment = environment;
        this.cluster = cluster;
        this.live = live;
        owners = KnownOwners.Of(environment);
        autoscalers = new(environment, cluster.Snapshot);
        ignored = new(environment, now);
        findings = new(environment.Name, cluster.Snapshot.Context);
        visibility = new(live, findings);
    }

    public static IEnumerable<DriftFinding> Compare(Environment environment, ClusterView cluster, Inventory inventory, DateTimeOffset now)
    {
        EnvironmentComparison comparison = new(environment, cluster, inventory.Live, now);
        return comparison.ignored.Findings
            .Concat(environment.Resources.SelectMany(comparison.Compare))
            .Concat(UnmanagedObjects.In(environment, inventory, comparison.owners, comparison.findings));
    }

    private IEnumerable<DriftFinding> Compare(Resource resource)
    {
        if (Hooks.Is(resource) || visibility.IsUnread(resource))
        {
            return [];
        }

        IEnumerable<DriftFinding> own = Owner(resource) is { } owner ? [findings.Foreign(resource, owner)] : [];
        return own.Concat(visibility.Unknown(resource) is { } unknown ? [unknown] : Existing(resource));
    }

    /// <summary>Another environment of the cluster declares the namespace, and this one does not.</summary>
    private string? Owner(Resource resource) =>
        resource.Namespace.Length == 0 || environment.Node["spec.namespaces"].Texts.Contains(resource.Namespace, StringComparer.Ordinal)
            ? null
            : cluster.Environments.FirstOrDefault(other =>
                other != environment && other.Node["spec.namespaces"].Texts.Contains(resource.Namespace, StringComparer.Ordinal))?.Name;

    private IEnumerable<DriftFinding> Existing(Resource resource)
    {
        ImmutableArray<LiveObject> found = live.Find(NameOf(resource));
        if (found.IsEmpty)
        {
            return Hooks.EndsByItself(resource) ? [] : [Missing(resource)];
        }

        LiveObject? same = found.FirstOrDefault(one => one.ApiVersion == resource.ApiVersion)
            ?? (live.Shapes.HasOneShape(resource.Group, resource.Kind) ? found[0] : null);
        if (same is null)
        {
            return [visibility.OtherVersion(resource, found[0])];
        }

        return IsLeaving(same)
            ? [findings.Leaving(resource, same)]
            : visibility.AskedInVain(resource, cluster.DryRuns)
                .Concat(Differences(resource, same).Select(difference => findings.Of(resource, difference)));
    }

    private static bool IsLeaving(LiveObject one) => one.Root["metadata.deletionTimestamp"].Exists;

    private DriftFinding Missing(Resource resource)
    {
        bool isServed = live.Account(resource.Group, resource.Kind) is not null;
        return findings.Missing(resource, isServed ? "" : $", which does not know the kind {resource.Kind} of {resource.ApiVersion}");
    }

    private IEnumerable<Difference> Differences(Resource resource, LiveObject found)
    {
        ApiField shape = live.Shapes.Of(resource.Group, found.Version, resource.Kind);
        bool isSecret = resource is { Kind: "Secret", Group: "" };
        ImmutableArray<string> skip = isSecret ? SecretComparison.Fields : [];
        IEnumerable<Difference> values = isSecret ? new SecretComparison(cluster.Hash).Compare(resource.Node, found.Root, owners) : [];
        IEnumerable<Difference> differences = FieldComparison.Compare(resource.Node, found.Root, shape, owners, skip);
        if (cluster.DryRuns?.GetValueOrDefault(resource.Reference) is DryRunAnswer.Stored stored)
        {
            // The server knows best what it would change; what it would leave as it is, only the owners tell.
            ImmutableArray<Difference> added = [.. differences.Where(difference => difference.Kind == DifferenceKind.AddedByHand)];
            HashSet<string> told = added.Select(difference => difference.Live.Path).ToHashSet(StringComparer.Ordinal);
            differences = ExactComparison.Compare(resource.Node, stored.Document.Root, found.Root, shape, owners, skip)
                .Where(difference => difference.Kind != DifferenceKind.Dropped || !told.Contains(difference.Live.Path))
                .Concat(added);
        }

        return differences.Concat(values).Where(difference => !IsScaled(resource, difference) && !ignored.Ignores(resource, difference));
    }

    /// <summary>An autoscaler's number is no drift, unless somebody is known to have set it by hand.</summary>
    private bool IsScaled(Resource resource, Difference difference) =>
        difference.Live.Path == "spec.replicas"
        && autoscalers.Scale(resource)
        && !difference.Managers.Any(manager => owners.Of(manager) == OwnerKind.Hand);

    private ObjectName NameOf(Resource resource)
    {
        bool isClusterWide = live.Account(resource.Group, resource.Kind) is { Outcome: KindOutcome.Read, IsNamespaced: false };
        return ObjectName.Of(resource) with { Namespace = isClusterWide ? "" : resource.Namespace };
    }
}
