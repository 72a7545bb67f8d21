using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a client speaks to.</summary>
public enum DatabaseEngine
{
    PostgreSql,
    Redis,
}

/// <summary>
/// A place that names a database to connect to: a connection string, a host among the variables or arguments of a
/// container, a configuration file.
/// </summary>
public sealed class DatabaseUse : Subject
{
    internal DatabaseUse(Resource resource, Connection connection, Estate estate)
        : base(resource.Environment, connection.Place)
    {
        Resource = resource;
        Connection = connection;
        Store = FindStore(estate);
        Server = Store is not null ? $"{Store.Environment.Name} {Store.Description}" : FullHost();
        Estate = estate;
    }

    public Resource Resource { get; }

    public DatabaseEngine Engine => Store switch
    {
        PostgresCluster => DatabaseEngine.PostgreSql,
        RedisInstance => DatabaseEngine.Redis,
        _ => Connection.Engine,
    };

    /// <summary>The host as it is written.</summary>
    public string Host => Connection.Host;

    /// <summary>The database on that host; empty when the place does not say.</summary>
    public string Database => Connection.Database;

    /// <summary>Who logs in; empty when the place does not say.</summary>
    public string User => Connection.User;

    /// <summary>What it says of TLS, such as <c>sslmode</c> with <c>verify-full</c>; null when it says nothing.</summary>
    public ServerSetting? SslMode => Connection.SslMode;

    /// <summary>What it connects to, where git holds it.</summary>
    public DataStore? Store { get; }

    /// <summary>
    /// The places of other entities that name the same server; none for whoever owns the server: the others are to
    /// leave.
    /// </summary>
    public IEnumerable<DatabaseUse> OfOtherEntities => Environment.Entity.Length == 0 || Store?.Environment.Entity == Environment.Entity
        ? []
        : Estate.UsesByServer[Server].Where(other =>
            other.Environment.Entity.Length > 0 && other.Environment.Entity != Environment.Entity && IsSameServer(other));

    /// <summary>
    /// What may be shown of it: the place, or only the object's name where the text may hold a login, as the
    /// connection string <c>postgresql://user:password@host/database</c> does.
    /// </summary>
    public Node Shown => Node.Text.Contains('@', StringComparison.Ordinal) || Node.Text.Contains("pass", StringComparison.OrdinalIgnoreCase)
        ? Resource["metadata.name"]
        : Node;

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"connection to {Host} in {Resource.Description}";

    internal Connection Connection { get; }

    /// <summary>What tells servers apart: the one of git, or the full name of the host.</summary>
    internal string Server { get; }

    private Estate Estate { get; }

    /// <summary>The pods of the workload itself, or those that mount or take the file in which the connection stands.</summary>
    internal IEnumerable<PodTemplate> Users => Resource.Pods.IsEmpty
        ? Environment.NamespaceNamed(Resource.Namespace)?.Pods.Where(Reads) ?? []
        : Resource.Pods;

    private bool Reads(PodTemplate pod) =>
        MountedFiles.ReadableIn(pod).Select(file => file.Place)
            .Concat(pod.Containers.SelectMany(one => one.Variables.Values).Select(variable => variable.Place))
            .Any(place => place.IsSamePlaceAs(Node));

    /// <summary>It connects there; of several servers of one name, as in alternative overlays, to any.</summary>
    internal bool MayMean(DataStore store) => Store == store
        || (Environment == store.Environment && ServiceHost.Readings(Host).Any(reading => store.IsAt(reading, Resource.Namespace)));

    /// <summary>
    /// That of its own environment first. A name alone that nothing in its own namespace has is taken for the only one
    /// of its environment that has it: somebody forgot the namespace.
    /// </summary>
    private DataStore? FindStore(Estate estate)
    {
        DataStore? found = ServiceHost.Readings(Host)
            .SelectMany(reading => estate.StoresByService[reading.Service].Where(store => store.IsAt(reading, Resource.Namespace)))
            .Where(store => store.Environment == Environment || store.Environment.MayShareClusterWith(Environment))
            .MaxBy(store => store.Environment == Environment);
        DataStore[] sameName = [.. estate.StoresByService[Host].Where(store => store.Environment == Environment)];
        return found ?? (sameName is [var only] ? only : null);
    }

    /// <summary>Names that mean something inside a cluster only are the same server only on the same cluster.</summary>
    private bool IsSameServer(DatabaseUse other) =>
        Engine == other.Engine && (!ServiceHost.IsInside(Host) || Environment.MayShareClusterWith(other.Environment));

    private string FullHost() => ServiceHost.IsInside(Host) && ServiceHost.Readings(Host).FirstOrDefault() is { } service
        ? $"{service.Service}.{service.Namespace ?? Resource.Namespace}"
        : Host.ToLowerInvariant();
}

/// <summary>What one place says of a connection.</summary>
internal sealed record Connection(DatabaseEngine Engine, string Host, string Database, string User, ServerSetting? SslMode, Node Place);
