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
    private readonly Lazy<ImmutableArray<Container>> containers;
    private readonly Lazy<ImmutableArray<PolicyRule>> rules;
    private readonly Lazy<ImmutableArray<UsedImage>> images;
    private readonly Lazy<ImmutableArray<Secret>> secrets;
    private readonly Lazy<ImmutableArray<StorageClaim>> storageClaims;
    private readonly Lazy<ImmutableArray<TrafficRoute>> trafficRoutes;
    private readonly Lazy<ImmutableArray<ServiceReference>> serviceReferences;
    private readonly Lazy<ImmutableArray<PostgresCluster>> postgresClusters;
    private readonly Lazy<ImmutableArray<RedisInstance>> redisInstances;
    private readonly Lazy<ImmutableArray<DatabaseUse>> databaseUses;
    private readonly Lazy<ImmutableArray<OperatorPods>> operatorPods;
    private readonly Lazy<ILookup<string, DatabaseUse>> usesByServer;
    private readonly Lazy<ILookup<string, DataStore>> storesByService;
    private readonly Lazy<ImmutableArray<RouteTarget>> routeTargets;
    private readonly Lazy<ImmutableArray<ProtectedData>> protectedData;
    private readonly Lazy<ILookup<Environment, Resource>> dumpJobs;
    private readonly Lazy<ILookup<Environment, Container>> poolerContainers;
    private readonly Lazy<ILookup<Environment, (Resource Workload, Node Place)>> logReceivers;
    private readonly Lazy<ILookup<Environment, Resource>> volumeSchedules;
    private readonly Lazy<ImmutableArray<StorageBucket>> storageBuckets;
    private readonly Lazy<ImmutableArray<BackupTarget>> backupTargets;
    private readonly Lazy<ImmutableArray<BackupTarget>> bucketUses;
    private readonly Lazy<ImmutableArray<BackupRetention>> backupRetentions;
    private readonly Lazy<ImmutableArray<RegionReference>> regionReferences;
    private readonly Lazy<ImmutableArray<MonitoredWorkload>> monitoredWorkloads;
    private readonly Lazy<ImmutableArray<DutyHolder>> dutyHolders;
    private readonly Lazy<ImmutableArray<TraefikProxy>> trafficProxies;
    private readonly Lazy<ImmutableArray<RouteRule>> routeRules;
    private readonly Lazy<ImmutableArray<TlsSetting>> tlsSettings;
    private readonly Lazy<ImmutableArray<IssuedCertificate>> certificates;
    private readonly Lazy<ImmutableArray<Placement>> placements;
    private readonly Lazy<ImmutableArray<AdmittedNamespaces>> admittedNamespaces;
    private readonly Lazy<ImmutableArray<QuotaLimit>> quotaLimits;
    private readonly Lazy<ImmutableArray<AccessList>> accessLists;
    private readonly Lazy<ImmutableArray<OdooServer>> odooServers;

    /// <param name="contents">What was collected.</param>
    /// <param name="change">The facts about the change that is judged; null when there is none, or nothing is known of it.</param>
    /// <param name="today">The day for which it is judged, in UTC; null where age and expiry are not judged.</param>
    /// <param name="surroundings">What is judged beside objects; null for nothing.</param>
    public Estate(IEnumerable<EnvironmentContents> contents, Document? change = null, DateOnly? today = null, Surroundings? surroundings = null)
    {
        Day = today;
        Surroundings = surroundings ?? Surroundings.None;
        ImageFactBook book = new(this, Surroundings.ImageFacts);
        Environments = [.. contents.Select(one => new Environment(one, today))];
        foreach (Environment environment in Environments)
        {
            environment.Estate = this;
        }

        ChangeFacts = change;
        Changes = change is null ? [] : [.. Environments.Select(environment => new Change(environment, change))];
        containers = new(() => [.. Pods.SelectMany(pod => pod.Containers)]);
        rules = new(() => [.. Roles.SelectMany(role => role.OwnRules())]);
        images = new(() => [.. Resources.SelectMany(resource => UsedImages.In(resource, book))]);
        secrets = new(() => [.. Resources.Where(Secret.IsOne).Select(resource => new Secret(resource))]);
        storageClaims = new(() => [.. Resources.SelectMany(resource => Kubernetes.StorageClaims.In(resource, this))]);
        trafficRoutes = new(() => [.. Kubernetes.TrafficRoutes.In(this)]);
        serviceReferences = new(() => [.. Kubernetes.ServiceReferences.In(this)]);
        postgresClusters = new(() => [.. Resources.SelectMany(resource => Kubernetes.PostgresClusters.In(resource, this))]);
        redisInstances = new(() => [.. Resources.SelectMany(resource => Kubernetes.RedisInstances.In(resource, this))]);
        databaseUses = new(() => [.. Kubernetes.DatabaseUses.In(this)]);
        usesByServer = new(() => DatabaseUses.ToLookup(use => use.Server, StringComparer.Ordinal));
        storesByService = new(() => DataStores
            .SelectMany(store => store.ServiceNames.Select(name => (name, store)))
            .ToLookup(pair => pair.name, pair => pair.store, StringComparer.Ordinal));
        routeTargets = new(() => [.. Resources.SelectMany(RouteTarget.In)]);
        operatorPods = new(() => [.. Resources.SelectMany(Kubernetes.OperatorPods.In)]);
        dumpJobs = new(() => OfKind("CronJob").Where(PostgresDumps.IsDump).ToLookup(job => job.Environment));
        poolerContainers = new(() => ConnectionPoolers.In(this).ToLookup(container => container.Environment));
        logReceivers = new(() => PlainWalArchives.ReceiversIn(this).ToLookup(receiver => receiver.Workload.Environment));
        volumeSchedules = new(() => Resources.Where(VolumeBackups.IsSchedule).ToLookup(schedule => schedule.Environment));
        protectedData = new(() => [.. Kubernetes.ProtectedData.In(this)]);
        storageBuckets = new(() => [.. StorageBucket.In(this)]);
        backupTargets = new(() => [.. Kubernetes.BackupTargets.In(this)]);
        bucketUses = new(() => [.. Kubernetes.BackupTargets.UsesIn(this)]);
        backupRetentions = new(() => [.. Kubernetes.BackupRetentions.In(this)]);
        regionReferences = new(() => [.. RegionReference.In(this)]);
        monitoredWorkloads = new(() => [.. MonitoredWorkload.In(this)]);
        accessLists = new(() => [.. AccessList.In(this)]);
        dutyHolders = new(() => [.. Duties.HoldersIn(this)]);
        trafficProxies = new(() => [.. Kubernetes.TraefikProxies.In(this)]);
        routeRules = new(() => [.. Kubernetes.RouteRules.In(this)]);
        tlsSettings = new(() => [.. Kubernetes.TlsSettings.In(this)]);
        certificates = new(() => [.. IssuedCertificate.In(this)]);
        placements = new(() => [.. Placement.In(this)]);
        admittedNamespaces = new(() => [.. Admissions.In(this)]);
        quotaLimits = new(() => [.. Kubernetes.QuotaLimits.In(this)]);
        odooServers = new(() => [.. Kubernetes.OdooServers.In(this)]);
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
    public ImmutableArray<Container> Containers => containers.Value;

    public IEnumerable<Role> Roles => Environments.SelectMany(environment => environment.Roles);

    /// <summary>Every rule where it is written, each once.</summary>
    public ImmutableArray<PolicyRule> RoleRules => rules.Value;

    public IEnumerable<Binding> Bindings => Environments.SelectMany(environment => environment.Bindings);

    /// <summary>Who may do what, once for each environment.</summary>
    public ImmutableArray<AccessList> AccessLists => accessLists.Value;

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
    public ImmutableArray<UsedImage> Images => images.Value;

    /// <summary>Secrets, and what stands for them in git: SealedSecrets and ExternalSecrets.</summary>
    public ImmutableArray<Secret> Secrets => secrets.Value;

    /// <summary>Every place that asks for a persistent volume.</summary>
    public ImmutableArray<StorageClaim> StorageClaims => storageClaims.Value;

    /// <summary>Every way for traffic to come in from outside.</summary>
    public ImmutableArray<TrafficRoute> TrafficRoutes => trafficRoutes.Value;

    /// <summary>Every place of a route that sends traffic to a Service.</summary>
    public IEnumerable<RouteBackend> RouteBackends => Environments.SelectMany(environment => environment.RouteBackends);

    /// <summary>Every place that names a Service together with its namespace.</summary>
    public ImmutableArray<ServiceReference> ServiceReferences => serviceReferences.Value;

    public ImmutableArray<PostgresCluster> PostgresClusters => postgresClusters.Value;

    public ImmutableArray<RedisInstance> RedisInstances => redisInstances.Value;

    /// <summary>PostgreSQL and Redis.</summary>
    public IEnumerable<DataStore> DataStores => PostgresClusters.Concat<DataStore>(RedisInstances);

    /// <summary>Every PostgreSQL, and every Service or route to its port that leads to nothing in the manifests.</summary>
    public IEnumerable<StoreEntrance> PostgresEntrances => StoreEntrance.Of(PostgresClusters, this, "PostgreSQL", 5432);

    /// <summary>Every Redis, and every Service or route to its port that leads to nothing in the manifests.</summary>
    public IEnumerable<StoreEntrance> RedisEntrances => StoreEntrance.Of(RedisInstances, this, "Redis", 6379);

    /// <summary>Every place that names a database to connect to.</summary>
    public ImmutableArray<DatabaseUse> DatabaseUses => databaseUses.Value;

    /// <summary>Every field from which an operator takes the resources of the pods it makes.</summary>
    public ImmutableArray<OperatorPods> OperatorPods => operatorPods.Value;

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
    /// <summary>Every container that runs Odoo, to serve or once.</summary>
    public ImmutableArray<OdooServer> OdooServers => odooServers.Value;

    /// <summary>The CronJobs that dump a PostgreSQL, whichever, by their environment.</summary>
    internal ILookup<Environment, Resource> DumpJobs => dumpJobs.Value;

    /// <summary>PgBouncer and its like in workloads, whose ever, by their environment.</summary>
    internal ILookup<Environment, Container> PoolerContainers => poolerContainers.Value;

    /// <summary>What receives the log of a PostgreSQL, whichever, by its environment.</summary>
    internal ILookup<Environment, (Resource Workload, Node Place)> LogReceivers => logReceivers.Value;

    /// <summary>What saves volumes, whichever, by its environment.</summary>
    internal ILookup<Environment, Resource> VolumeSchedules => volumeSchedules.Value;

    /// <summary>Who develops, operates or approves, once for each environment that says so.</summary>
    public ImmutableArray<DutyHolder> DutyHolders => dutyHolders.Value;

    internal ILookup<string, DatabaseUse> UsesByServer => usesByServer.Value;

    internal ILookup<string, DataStore> StoresByService => storesByService.Value;

    /// <summary>Every Service that a route from outside names.</summary>
    internal ImmutableArray<RouteTarget> RouteTargets => routeTargets.Value;

    /// <summary>Every Traefik whose static configuration the estate holds.</summary>
    public ImmutableArray<TraefikProxy> TraefikProxies => trafficProxies.Value;

    /// <summary>Every rule by which requests come in from outside, with what they pass on the way.</summary>
    public ImmutableArray<RouteRule> RouteRules => routeRules.Value;

    /// <summary>Every place that says which versions or cipher suites of TLS a proxy takes, or that should.</summary>
    public ImmutableArray<TlsSetting> TlsSettings => tlsSettings.Value;

    /// <summary>Every certificate that cert-manager is asked for.</summary>
    public ImmutableArray<IssuedCertificate> Certificates => certificates.Value;

    /// <summary>What says on which nodes pods run, of each workload and of operators' objects.</summary>
    public ImmutableArray<Placement> Placements => placements.Value;

    /// <summary>Every place that lets traffic pass between namespaces.</summary>
    public ImmutableArray<AdmittedNamespaces> AdmittedNamespaces => admittedNamespaces.Value;

    /// <summary>Every limit of a ResourceQuota, with what its namespace asks for.</summary>
    public ImmutableArray<QuotaLimit> QuotaLimits => quotaLimits.Value;

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
