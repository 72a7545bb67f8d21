using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Who runs a PostgreSQL.</summary>
public enum PostgresOperator
{
    /// <summary>Nobody: a workload with an image of PostgreSQL.</summary>
    None,
    CloudNativePG,
    Zalando,

    /// <summary>Crunchy's operator, and Percona's, which is built on it.</summary>
    Crunchy,
}

/// <summary>A PostgreSQL, one server or many, in whatever guise.</summary>
public sealed class PostgresCluster : DataStore
{
    private readonly Lazy<PostgresReplication> replication;
    private readonly Lazy<PostgresSettings> settings;
    private readonly Lazy<ImmutableArray<BackupSchedule>> backups;
    private readonly Lazy<WalArchive> walArchive;

    internal PostgresCluster(Resource resource, PostgresOperator runBy, Estate estate)
        : base(resource, estate)
    {
        Operator = runBy;
        backups = new(() => [.. PostgresBackups.Of(this, estate)]);
        replication = new(() => PostgresReplication.Of(this));
        settings = new(() => PostgresSettings.Of(this));
        walArchive = new(() => WalArchives.Of(this, estate));
    }

    public PostgresOperator Operator { get; }

    /// <summary>Every schedule that means this cluster, those that do not work too.</summary>
    public ImmutableArray<BackupSchedule> Backups => backups.Value;

    /// <summary>How its write-ahead log leaves it, or why it does not.</summary>
    public WalArchive WalArchive => walArchive.Value;

    /// <summary>The objects that put a pooler before it: those of kind Pooler, or the cluster itself where it holds one.</summary>
    public IEnumerable<Resource> Poolers => Operator switch
    {
        PostgresOperator.CloudNativePG => Environment.OfKind("Pooler").Where(pooler =>
            pooler.Group == Resource.Group && pooler.Namespace == Namespace && pooler["spec.cluster.name"].Text == Name),
        PostgresOperator.Zalando => Pods.Any(group => group.Name.StartsWith("pooler", StringComparison.Ordinal)) ? [Resource] : [],
        PostgresOperator.Crunchy => this["spec.proxy.pgBouncer"].Exists ? [Resource] : [],
        _ => [],
    };

    /// <summary>How many connections its servers take: <c>max_connections</c>, 100 unless it says otherwise.</summary>
    public long MaxConnections => long.TryParse(Parameter("max_connections")?.Value, out long most) ? most : 100;

    public override long Instances => replication.Value.Instances;

    public override Node InstancesPlace => replication.Value.Place;

    public override string? ReplicationDefect => replication.Value.Defect;

    public override StoreSpread Spread => replication.Value.Spread;

    /// <summary>What makes a commit wait for a second server; null when nothing does.</summary>
    public Node? Synchronous => replication.Value.Synchronous;

    /// <summary>Where a commit would be told to wait for a second server.</summary>
    public Node SynchronousPlace => replication.Value.SynchronousPlace;

    /// <summary>What its servers do for clients that ask for TLS, and for those that do not.</summary>
    public PostgresTls Tls => PostgresTls.Of(this);

    /// <summary>The connections to it that git tells of.</summary>
    public IEnumerable<DatabaseUse> Uses => Estate.DatabaseUses.Where(use => use.Store == this);

    public override string Description => $"PostgreSQL {Resource.Description}";

    /// <summary>A parameter of the server as git sets it, by the operator, a file or an argument; null when it does not.</summary>
    public ServerSetting? Parameter(string name) => settings.Value.Parameter(name);

    internal PostgresSettings Settings => settings.Value;

    internal override int DefaultPort => 5432;

    internal override IEnumerable<Exposure> OperatorExposures => PostgresExposures.Of(this);

    internal override bool IsServer(Container container) =>
        PostgresClusters.IsServer(container) || Resource.Kind != container.Pod.Workload.Kind;

    private protected override IEnumerable<PodGroup> FindPods() => PostgresPods.Of(this);

    private protected override IEnumerable<string> OperatorServiceNames => Operator switch
    {
        // https://cloudnative-pg.io/documentation/current/service_management/
        PostgresOperator.CloudNativePG =>
        [
            $"{Name}-rw", $"{Name}-ro", $"{Name}-r",
            .. Poolers.Select(pooler => pooler.Name),
            .. this["spec.managed.services.additional"].Items.Select(service => service["serviceTemplate.metadata.name"].Text),
        ],

        // https://github.com/zalando/postgres-operator/blob/master/docs/user.md#connect-to-postgresql
        PostgresOperator.Zalando => [Name, $"{Name}-repl", $"{Name}-pooler", $"{Name}-pooler-repl"],

        // https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/basic-setup/connect-cluster
        PostgresOperator.Crunchy => [$"{Name}-primary", $"{Name}-ha", $"{Name}-replicas", $"{Name}-pgbouncer"],
        _ => [],
    };
}
