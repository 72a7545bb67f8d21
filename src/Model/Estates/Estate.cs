using System.Collections.Immutable;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Estates;

/// <summary>
/// All that is judged: every environment with its objects. Immutable; what policies ask for often is worked out once.
/// </summary>
public sealed class Estate
{
    private readonly Lazy<ImmutableArray<Container>> containers;
    private readonly Lazy<ImmutableArray<PolicyRule>> rules;
    private readonly Lazy<ImmutableArray<UsedImage>> images;
    private readonly Lazy<ImmutableArray<Secret>> secrets;
    private readonly Lazy<ImmutableArray<StorageClaim>> storageClaims;
    private readonly Lazy<ImmutableArray<TrafficRoute>> trafficRoutes;
    private readonly Lazy<ImmutableArray<ServiceReference>> serviceReferences;
    private readonly Lazy<ImmutableArray<PostgresCluster>> postgresClusters;
    private readonly Lazy<ImmutableArray<ProtectedData>> protectedData;
    private readonly Lazy<ImmutableArray<StorageBucket>> storageBuckets;
    private readonly Lazy<ImmutableArray<BackupTarget>> backupTargets;
    private readonly Lazy<ImmutableArray<BackupTarget>> bucketUses;
    private readonly Lazy<ImmutableArray<BackupRetention>> backupRetentions;
    private readonly Lazy<ImmutableArray<RegionReference>> regionReferences;
    private readonly Lazy<ImmutableArray<MonitoredWorkload>> monitoredWorkloads;
    private readonly Lazy<ImmutableArray<DutyHolder>> dutyHolders;

    /// <param name="contents">What was collected.</param>
    /// <param name="change">The facts about the change that is judged; null when there is none, or nothing is known of it.</param>
    /// <param name="today">The day for which it is judged, in UTC; null where age and expiry are not judged.</param>
    public Estate(IEnumerable<EnvironmentContents> contents, Document? change = null, DateOnly? today = null)
    {
        Day = today;
        Environments = [.. contents.Select(one => new Environment(one, today))];
        foreach (Environment environment in Environments)
        {
            environment.Estate = this;
        }

        ChangeFacts = change;
        Changes = change is null ? [] : [.. Environments.Select(environment => new Change(environment, change))];
        containers = new(() => [.. Pods.SelectMany(pod => pod.Containers)]);
        rules = new(() => [.. Roles.SelectMany(role => role.OwnRules())]);
        images = new(() => [.. Resources.SelectMany(UsedImages.In)]);
        secrets = new(() => [.. Resources.Where(Secret.IsOne).Select(resource => new Secret(resource))]);
        storageClaims = new(() => [.. Resources.SelectMany(resource => Kubernetes.StorageClaims.In(resource, this))]);
        trafficRoutes = new(() => [.. Kubernetes.TrafficRoutes.In(this)]);
        serviceReferences = new(() => [.. Kubernetes.ServiceReferences.In(this)]);
        postgresClusters = new(() => [.. Resources.SelectMany(resource => Kubernetes.PostgresClusters.In(resource, this))]);
        protectedData = new(() => [.. Kubernetes.ProtectedData.In(this)]);
        storageBuckets = new(() => [.. StorageBucket.In(this)]);
        backupTargets = new(() => [.. Kubernetes.BackupTargets.In(this)]);
        bucketUses = new(() => [.. Kubernetes.BackupTargets.UsesIn(this)]);
        backupRetentions = new(() => [.. Kubernetes.BackupRetentions.In(this)]);
        regionReferences = new(() => [.. RegionReference.In(this)]);
        monitoredWorkloads = new(() => [.. MonitoredWorkload.In(this)]);
        dutyHolders = new(() => [.. Duties.HoldersIn(this)]);
    }

    public ImmutableArray<Environment> Environments { get; }

    /// <summary>The change that is judged, once for each environment; none without facts about it.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>The document that says what is known of the change.</summary>
    public Document? ChangeFacts { get; }

    internal DateOnly? Day { get; }

    public IEnumerable<Resource> Resources => Environments.SelectMany(environment => environment.Resources);

    public IEnumerable<Namespace> Namespaces => Environments.SelectMany(environment => environment.Namespaces);

    /// <summary>Every pod template, of whatever workload.</summary>
    public IEnumerable<PodTemplate> Pods => Environments.SelectMany(environment => environment.Pods);

    /// <summary>Every container: main, init, sidecar and ephemeral.</summary>
    public ImmutableArray<Container> Containers => containers.Value;

    public IEnumerable<Role> Roles => Environments.SelectMany(environment => environment.Roles);

    /// <summary>Every rule where it is written, each once.</summary>
    public ImmutableArray<PolicyRule> RoleRules => rules.Value;

    public IEnumerable<Binding> Bindings => Environments.SelectMany(environment => environment.Bindings);

    public IEnumerable<Service> Services => Environments.SelectMany(environment => environment.Services);

    /// <summary>Every image that a container, a volume or an operator's object names.</summary>
    public ImmutableArray<UsedImage> Images => images.Value;

    /// <summary>Secrets, and what stands for them in git: SealedSecrets and ExternalSecrets.</summary>
    public ImmutableArray<Secret> Secrets => secrets.Value;

    /// <summary>Every place that asks for a persistent volume.</summary>
    public ImmutableArray<StorageClaim> StorageClaims => storageClaims.Value;

    /// <summary>Every way for traffic to come in from outside.</summary>
    public ImmutableArray<TrafficRoute> TrafficRoutes => trafficRoutes.Value;

    /// <summary>Every place that names a Service together with its namespace.</summary>
    public ImmutableArray<ServiceReference> ServiceReferences => serviceReferences.Value;

    public ImmutableArray<PostgresCluster> PostgresClusters => postgresClusters.Value;

    /// <summary>All data whose loss must be bounded.</summary>
    public ImmutableArray<ProtectedData> ProtectedData => protectedData.Value;

    /// <summary>Every bucket that git declares.</summary>
    public ImmutableArray<StorageBucket> StorageBuckets => storageBuckets.Value;

    /// <summary>Every place that backups are written to.</summary>
    public ImmutableArray<BackupTarget> BackupTargets => backupTargets.Value;

    /// <summary>Everything that writes to a bucket: backups, and workloads whose variables name one.</summary>
    public ImmutableArray<BackupTarget> BucketUses => bucketUses.Value;

    /// <summary>How long backups are kept, by everything that makes some.</summary>
    public ImmutableArray<BackupRetention> BackupRetentions => backupRetentions.Value;

    /// <summary>Every place that says in which region something lies or runs.</summary>
    public ImmutableArray<RegionReference> RegionReferences => regionReferences.Value;

    /// <summary>The parts of the ERP that have to be watched, as far as git holds them.</summary>
    public ImmutableArray<MonitoredWorkload> MonitoredWorkloads => monitoredWorkloads.Value;

    /// <summary>Who develops, operates or approves, once for each environment that says so.</summary>
    public ImmutableArray<DutyHolder> DutyHolders => dutyHolders.Value;

    public IEnumerable<Resource> OfKind(string kind) => Environments.SelectMany(environment => environment.OfKind(kind));

    /// <summary>The environments of other entities.</summary>
    public IEnumerable<Environment> OthersThan(Environment environment) =>
        Environments.Where(other => other.Entity.Length > 0 && other.Entity != environment.Entity);

    /// <summary>The environment itself, then those that may run on its cluster, whose objects it may use.</summary>
    public IEnumerable<Environment> OnClusterOf(Environment environment) =>
        Environments
            .Where(other => other != environment && other.MayShareClusterWith(environment))
            .Prepend(environment);
}
