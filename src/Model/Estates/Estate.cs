using System.Collections.Immutable;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Delivery;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Estates;

/// <summary>
/// All that is judged: every environment with its objects. Immutable; what policies ask for often is worked out once.
/// </summary>
public sealed class Estate
{
    private readonly Conclusions conclusions = new();

    /// <param name="contents">What was collected.</param>
    /// <param name="change">The facts about the change that is judged; null when there is none, or nothing is known of it.</param>
    /// <param name="today">The day for which it is judged, in UTC; null where age and expiry are not judged.</param>
    /// <param name="surroundings">What is judged beside objects; null for nothing.</param>
    public Estate(IEnumerable<EnvironmentContents> contents, Document? change = null, DateOnly? today = null, Surroundings? surroundings = null)
    {
        Day = today;
        Surroundings = surroundings ?? Surroundings.None;
        Environments = [.. contents.Select(one => new Environment(one, today))];
        foreach (Environment environment in Environments)
        {
            environment.Estate = this;
        }

        ChangeFacts = change;
        Changes = change is null ? [] : [.. Environments.Select(environment => new Change(environment, change))];
    }

    public ImmutableArray<Environment> Environments { get; }

    /// <summary>The change that is judged, once for each environment; none without facts about it.</summary>
    public ImmutableArray<Change> Changes { get; }

    /// <summary>The document that says what is known of the change.</summary>
    public Document? ChangeFacts { get; }

    /// <summary>The day for which it is judged, in UTC; null where age and expiry are not judged.</summary>
    public DateOnly? Day { get; }

    /// <summary>What is judged beside objects and descriptors, as it was read.</summary>
    public Surroundings Surroundings { get; }

    public IEnumerable<Resource> Resources => Environments.SelectMany(environment => environment.Resources);

    public IEnumerable<Namespace> Namespaces => Environments.SelectMany(environment => environment.Namespaces);

    /// <summary>Every pod template, of whatever workload.</summary>
    public IEnumerable<PodTemplate> Pods => Environments.SelectMany(environment => environment.Pods);

    /// <summary>Every container: main, init, sidecar and ephemeral.</summary>
    public ImmutableArray<Container> Containers => conclusions.All(() => Pods.SelectMany(pod => pod.Containers));

    public IEnumerable<Role> Roles => Environments.SelectMany(environment => environment.Roles);

    /// <summary>Every rule where it is written, each once.</summary>
    public ImmutableArray<PolicyRule> RoleRules => conclusions.All(() => Roles.SelectMany(role => role.OwnRules()));

    public IEnumerable<Binding> Bindings => Environments.SelectMany(environment => environment.Bindings);

    /// <summary>Who may do what, once for each environment.</summary>
    public ImmutableArray<AccessList> AccessLists => conclusions.All(() => AccessList.In(this));

    /// <summary>Every job of the repository's GitHub workflows.</summary>
    public IEnumerable<WorkflowJob> WorkflowJobs => WorkflowJob.In(this);

    /// <summary>Every place that tells a GitOps controller from where to take what it deploys.</summary>
    public IEnumerable<DeliverySource> DeliverySources => Delivery.DeliverySources.In(this);

    /// <summary>Who owns the files of production, once for each production environment.</summary>
    public IEnumerable<CodeOwnership> CodeOwnerships => CodeOwnership.In(this);

    /// <summary>The releases of Odoo: web, worker and cron together.</summary>
    public IEnumerable<OdooRelease> OdooReleases => OdooRelease.In(this);

    /// <summary>Every service account that pods run as, with those pods.</summary>
    public IEnumerable<AccountUse> AccountUses => AccountUse.In(this);

    public IEnumerable<Service> Services => Environments.SelectMany(environment => environment.Services);

    public IEnumerable<DisruptionBudget> DisruptionBudgets => Namespaces.SelectMany(ns => ns.DisruptionBudgets);

    public IEnumerable<Autoscaler> Autoscalers => Environments.SelectMany(environment => environment.Autoscalers);

    /// <summary>Every image that a container, a volume or an operator's object names.</summary>
    public ImmutableArray<UsedImage> Images => conclusions.All(() => Resources.SelectMany(resource => UsedImages.In(resource, ImageFactBook)));

    /// <summary>Secrets, and what stands for them in git: SealedSecrets and ExternalSecrets.</summary>
    public ImmutableArray<Secret> Secrets => conclusions.All(() => Resources.Where(Secret.IsOne).Select(resource => new Secret(resource)));

    /// <summary>Every place that asks for a persistent volume.</summary>
    public ImmutableArray<StorageClaim> StorageClaims => conclusions.All(() => Resources.SelectMany(resource => Kubernetes.StorageClaims.In(resource, this)));

    /// <summary>Every way for traffic to come in from outside.</summary>
    public ImmutableArray<TrafficRoute> TrafficRoutes => conclusions.All(() => Kubernetes.TrafficRoutes.In(this));

    /// <summary>Every place of a route that sends traffic to a Service.</summary>
    public IEnumerable<RouteBackend> RouteBackends => Environments.SelectMany(environment => environment.RouteBackends);

    /// <summary>Every place that names a Service together with its namespace.</summary>
    public ImmutableArray<ServiceReference> ServiceReferences => conclusions.All(() => Kubernetes.ServiceReferences.In(this));

    public ImmutableArray<PostgresCluster> PostgresClusters => conclusions.All(() => Resources.SelectMany(resource => Kubernetes.PostgresClusters.In(resource, this)));

    public ImmutableArray<RedisInstance> RedisInstances => conclusions.All(() => Resources.SelectMany(resource => Kubernetes.RedisInstances.In(resource, this)));

    /// <summary>PostgreSQL and Redis.</summary>
    public IEnumerable<DataStore> DataStores => PostgresClusters.Concat<DataStore>(RedisInstances);

    /// <summary>Every PostgreSQL, and every Service or route to its port that leads to nothing in the manifests.</summary>
    public IEnumerable<StoreEntrance> PostgresEntrances => StoreEntrance.Of(PostgresClusters, this, "PostgreSQL", 5432);

    /// <summary>Every Redis, and every Service or route to its port that leads to nothing in the manifests.</summary>
    public IEnumerable<StoreEntrance> RedisEntrances => StoreEntrance.Of(RedisInstances, this, "Redis", 6379);

    /// <summary>Every place that names a database to connect to.</summary>
    public ImmutableArray<DatabaseUse> DatabaseUses => conclusions.All(() => Kubernetes.DatabaseUses.In(this));

    /// <summary>Every field from which an operator takes the resources of the pods it makes.</summary>
    public ImmutableArray<OperatorPods> OperatorPods => conclusions.All(() => Resources.SelectMany(Kubernetes.OperatorPods.In));

    /// <summary>All data whose loss must be bounded.</summary>
    public ImmutableArray<ProtectedData> ProtectedData => conclusions.All(() => Kubernetes.ProtectedData.In(this));

    /// <summary>Every bucket that git declares.</summary>
    public ImmutableArray<StorageBucket> StorageBuckets => conclusions.All(() => StorageBucket.In(this));

    /// <summary>Every place that backups are written to.</summary>
    public ImmutableArray<BackupTarget> BackupTargets => conclusions.All(() => Kubernetes.BackupTargets.In(this));

    /// <summary>Everything that writes to a bucket: backups, and workloads whose variables name one.</summary>
    public ImmutableArray<BackupTarget> BucketUses => conclusions.All(() => Kubernetes.BackupTargets.UsesIn(this));

    /// <summary>How long backups are kept, by everything that makes some.</summary>
    public ImmutableArray<BackupRetention> BackupRetentions => conclusions.All(() => Kubernetes.BackupRetentions.In(this));

    /// <summary>Every place that says in which region something lies or runs.</summary>
    public ImmutableArray<RegionReference> RegionReferences => conclusions.All(() => RegionReference.In(this));

    /// <summary>The parts of the ERP that have to be watched, as far as git holds them.</summary>
    public ImmutableArray<MonitoredWorkload> MonitoredWorkloads => conclusions.All(() => MonitoredWorkload.In(this));

    /// <summary>Every container that runs Odoo, to serve or once.</summary>
    public ImmutableArray<OdooServer> OdooServers => conclusions.All(() => Kubernetes.OdooServers.In(this));

    /// <summary>The CronJobs that dump a PostgreSQL, whichever, by their environment.</summary>
    internal ILookup<Environment, Resource> DumpJobs => conclusions.Of(() => OfKind("CronJob").Where(PostgresDumps.IsDump).ToLookup(job => job.Environment));

    /// <summary>PgBouncer and its like in workloads, whose ever, by their environment.</summary>
    internal ILookup<Environment, Container> PoolerContainers => conclusions.Of(() => ConnectionPoolers.In(this).ToLookup(container => container.Environment));

    /// <summary>What receives the log of a PostgreSQL, whichever, by its environment.</summary>
    internal ILookup<Environment, (Resource Workload, Node Place)> LogReceivers => conclusions.Of(() => PlainWalArchives.ReceiversIn(this).ToLookup(receiver => receiver.Workload.Environment));

    /// <summary>What saves volumes, whichever, by its environment.</summary>
    internal ILookup<Environment, Resource> VolumeSchedules => conclusions.Of(() => Resources.Where(VolumeBackups.IsSchedule).ToLookup(schedule => schedule.Environment));

    /// <summary>Who develops, operates or approves, once for each environment that says so.</summary>
    public ImmutableArray<DutyHolder> DutyHolders => conclusions.All(() => Duties.HoldersIn(this));

    private ImageFactBook ImageFactBook => conclusions.Of(() => new ImageFactBook(this, Surroundings.ImageFacts));

    internal ILookup<string, DatabaseUse> UsesByServer => conclusions.Of(() => DatabaseUses.ToLookup(use => use.Server, StringComparer.Ordinal));

    internal ILookup<string, DataStore> StoresByService => conclusions.Of(() => DataStores
            .SelectMany(store => store.ServiceNames.Select(name => (name, store)))
            .ToLookup(pair => pair.name, pair => pair.store, StringComparer.Ordinal));

    /// <summary>Every Service that a route from outside names.</summary>
    internal ImmutableArray<RouteTarget> RouteTargets => conclusions.All(() => Resources.SelectMany(RouteTarget.In));

    /// <summary>Every Traefik whose static configuration the estate holds.</summary>
    public ImmutableArray<TraefikProxy> TraefikProxies => conclusions.All(() => Kubernetes.TraefikProxies.In(this));

    /// <summary>Every rule by which requests come in from outside, with what they pass on the way.</summary>
    public ImmutableArray<RouteRule> RouteRules => conclusions.All(() => Kubernetes.RouteRules.In(this));

    /// <summary>Every place that says which versions or cipher suites of TLS a proxy takes, or that should.</summary>
    public ImmutableArray<TlsSetting> TlsSettings => conclusions.All(() => Kubernetes.TlsSettings.In(this));

    /// <summary>Every certificate that cert-manager is asked for.</summary>
    public ImmutableArray<IssuedCertificate> Certificates => conclusions.All(() => IssuedCertificate.In(this));

    /// <summary>What says on which nodes pods run, of each workload and of operators' objects.</summary>
    public ImmutableArray<Placement> Placements => conclusions.All(() => Placement.In(this));

    /// <summary>Every place that lets traffic pass between namespaces.</summary>
    public ImmutableArray<AdmittedNamespaces> AdmittedNamespaces => conclusions.All(() => Admissions.In(this));

    /// <summary>Every limit of a ResourceQuota, with what its namespace asks for.</summary>
    public ImmutableArray<QuotaLimit> QuotaLimits => conclusions.All(() => Kubernetes.QuotaLimits.In(this));

    /// <summary>
    /// The entry points of Traefik that a route is on, of every Traefik of its cluster; those for the public where it
    /// names none.
    /// </summary>
    internal ImmutableArray<EntryPoint> EntryPointsFor(Resource route, ImmutableArray<string> names) =>
    [
        .. TraefikProxies
            .Where(proxy => proxy.Environment == route.Environment || proxy.Environment.MayShareClusterWith(route.Environment))
            .SelectMany(proxy => proxy.EntryPoints)
            .Where(entryPoint => names.IsEmpty ? !entryPoint.IsInternal : names.Contains(entryPoint.Name, StringComparer.OrdinalIgnoreCase)),
    ];

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
