using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;

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
public sealed class PostgresCluster : Subject
{
    private readonly Lazy<ImmutableArray<BackupSchedule>> backups;
    private readonly Lazy<WalArchive> walArchive;
    private readonly Lazy<ImmutableArray<string>> serviceNames;

    internal PostgresCluster(Resource resource, PostgresOperator runBy, Estate estate)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
        Operator = runBy;
        serviceNames = new(() => [.. FindServiceNames()]);
        backups = new(() => [.. PostgresBackups.Of(this, estate)]);
        walArchive = new(() => WalArchives.Of(this, estate));
    }

    public Resource Resource { get; }

    public PostgresOperator Operator { get; }

    public string Name => Resource.Name;

    public string Namespace => Resource.Namespace;

    /// <summary>Every schedule that means this cluster, those that do not work too.</summary>
    public ImmutableArray<BackupSchedule> Backups => backups.Value;

    /// <summary>How its write-ahead log leaves it, or why it does not.</summary>
    public WalArchive WalArchive => walArchive.Value;

    /// <summary>The names of the Services that lead to it, of its own namespace.</summary>
    internal ImmutableArray<string> ServiceNames => serviceNames.Value;

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"PostgreSQL {Resource.Description}";

    private IEnumerable<string> FindServiceNames() => Operator switch
    {
        // https://cloudnative-pg.io/documentation/current/service_management/
        PostgresOperator.CloudNativePG => [$"{Name}-rw", $"{Name}-ro", $"{Name}-r"],

        // https://github.com/zalando/postgres-operator/blob/master/docs/user.md#connect-to-postgresql
        PostgresOperator.Zalando => [Name, $"{Name}-repl", $"{Name}-pooler"],

        // https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/basic-setup/connect-cluster
        PostgresOperator.Crunchy => [$"{Name}-primary", $"{Name}-ha", $"{Name}-replicas", $"{Name}-pgbouncer"],
        _ => Environment.Services
            .Where(service => service.Namespace == Namespace && service.Pods.Any(pod => pod.Workload == Resource))
            .Select(service => service.Name)
            .Append(Resource["spec.serviceName"].Text)
            .Where(name => name.Length > 0),
    };
}
