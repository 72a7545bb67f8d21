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

    private EnvironmentComparison(Environment environment, ClusterView cluster, LiveIndex live, DateTimeOffset now)
    {
        this.environment = environment;
        this.cluster = cluster;
        this.live = live;
        owners = KnownOwners.Of(environment);
        autoscalers = new(environment, cluster.Snapshot);
        ignored = new(environment, now);
        findings = new(environment.Name, cluster.Snapshot.Context);
    }

    public static IEnumerable<DriftFinding> Compare(Environment environment, ClusterView cluster, LiveIndex live, DateTimeOffset now)
    {
        EnvironmentComparison comparison = new(environment, cluster, live, now);
        return comparison.ignored.Findings
            .Concat(environment.Resources.SelectMany(comparison.Compare))
            .Concat(UnmanagedObjects.In(environment, cluster, live, comparison.owners, comparison.findings));
    }

    private IEnumerable<DriftFinding> Compare(Resource resource)
    {
        if (Hooks.Is(resource))
        {
            return [];
        }

        IEnumerable<DriftFinding> own = Owner(resource) is { } owner ? [findings.Foreign(resource, owner)] : [];
        return own.Concat(Unknown(resource) is { } unknown ? [unknown] : Existing(resource));
    }

    /// <summary>Another environment of the cluster declares the namespace, and this one does not.</summary>
    private string? Owner(Resource resource) =>
        resource.Namespace.Length == 0 || environment.Node["spec.namespaces"].Texts.Contains(resource.Namespace, StringComparer.Ordinal)
            ? null
            : cluster.Environments.FirstOrDefault(other =>
                other != environment && other.Node["spec.namespaces"].Texts.Contains(resource.Namespace, StringComparer.Ordinal))?.Name;

    /// <summary>Why nothing can be said about the object; null when it can.</summary>
    private DriftFinding? Unknown(Resource resource)
    {
        KindAccount? account = live.Account(resource.Group, resource.Kind);
        string context = cluster.Snapshot.Context;
        bool isOutside = resource.IsNamespaced && !cluster.Snapshot.Namespaces.IsEmpty && !cluster.Snapshot.Namespaces.Contains(resource.Namespace);
        return account switch
        {
            _ when resource.Name.Length == 0 || resource.Node["metadata.name"].IsMissing => findings.Unknown(
                resource,
                resource.Node["metadata"].Location,
                $"the object has no name of its own, so that it cannot be found in the cluster {context}",
                "Give it a name; or mark it as a hook of the tool that deploys it."),
            { Outcome: KindOutcome.Unknown } => findings.Unknown(
                resource,
                resource.Node["kind"].Location,
                $"whether the object is as git says is unknown: {account} could not be read in the cluster {context}: {account.Why}",
                "Let the account that reads the cluster list this kind, or mend what the reason says; then look again."),
            { Outcome: KindOutcome.LeftOut } => findings.Unknown(
                resource,
                resource.Node["kind"].Location,
                $"whether the object is as git says is unknown: {account} was left out in the cluster {context}: {account.Why}",
                $"Take the snapshot with `--also-kind {account}`."),
            null when !cluster.Snapshot.Problems.IsEmpty => findings.Unknown(
                resource,
                resource.Node["kind"].Location,
                $"whether the object is as git says is unknown: the cluster {context} could not tell all that it serves",
                "Mend what the findings about the cluster say; then look again."),
            _ when isOutside => findings.Unknown(
                resource,
                resource.Node["metadata.namespace"].Location,
                $"whether the object is as git says is unknown: the namespace was not read in the cluster {context}",
                $"Take the snapshot with `--namespace {resource.Namespace}`, or without `--namespace`."),
            _ => null,
        };
    }

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
            return [OtherVersion(resource, found[0])];
        }

        if (AskedInVain(resource) is { } refused)
        {
            return [refused];
        }

        string leaving = same.Root["metadata.deletionTimestamp"].Text;
        return leaving.Length > 0
            ? [findings.Missing(resource, $" for long: it has been being deleted since {leaving}")]
            : Differences(resource, same).Select(difference => findings.Of(resource, difference));
    }

    private DriftFinding Missing(Resource resource)
    {
        bool isServed = live.Account(resource.Group, resource.Kind) is not null;
        return findings.Missing(resource, isServed ? "" : $", which does not know the kind {resource.Kind} of {resource.ApiVersion}");
    }

    private DriftFinding OtherVersion(Resource resource, LiveObject found)
    {
        bool isServed = live.Account(resource.Group, resource.Kind)?.Versions.Contains(resource.Version) ?? false;
        string message = $"the object is {resource.ApiVersion} in git, and was read as {found.ApiVersion} in the cluster {cluster.Snapshot.Context}";
        return isServed
            ? findings.Unknown(resource, resource.Node["apiVersion"].Location, $"{message}, so that they cannot be compared", $"Take the snapshot with `--also-version {resource.ApiVersion}`.")
            : findings.Unknown(resource, resource.Node["apiVersion"].Location, $"{message}, which no longer serves git's version", $"Rewrite it in git for {found.ApiVersion}.");
    }

    /// <summary>The cluster was asked what it would make of the object, and did not say; null where it did, or was not asked.</summary>
    private DriftFinding? AskedInVain(Resource resource) => cluster.DryRuns?.GetValueOrDefault(resource.Reference) switch
    {
        DryRunAnswer.Refused refused => findings.Refused(resource, refused.Why),
        DryRunAnswer.Unknown unknown => findings.Unknown(
            resource,
            resource.Node.Location,
            $"what the cluster {cluster.Snapshot.Context} would make of the object is unknown: {unknown.Why}",
            "Let the account patch this kind, or leave out --server-dry-run; then look again."),
        _ => null,
    };

    private IEnumerable<Difference> Differences(Resource resource, LiveObject found)
    {
        ApiField shape = live.Shapes.Of(resource.Group, VersionOf(found), resource.Kind);
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

    private static string VersionOf(LiveObject found) => found.ApiVersion[(found.ApiVersion.IndexOf('/', StringComparison.Ordinal) + 1)..];

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
