using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>How many connections a PostgreSQL admits, and how many the Odoos of its environment may open.</summary>
public sealed class PostgresConnections
{
    /// <summary>https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-MAX-CONNECTIONS</summary>
    private const long DefaultMost = 100;

    /// <summary>Kept for superusers: https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-SUPERUSER-RESERVED-CONNECTIONS.</summary>
    private const long DefaultReserved = 3;

    private readonly bool everyProcess;

    private PostgresConnections(PostgresCluster cluster, bool everyProcess)
    {
        this.everyProcess = everyProcess;
        Most = PostgresParameters.Of(cluster, "max_connections");
        Admitted = (Most.Integer ?? ScalarMeaning.IntegerOf(PostgresParameters.TextIn(Most.Text, "max_connections")) ?? DefaultMost) - DefaultReserved;
        Poolers = [.. ConnectionPoolers.Of(cluster)];
        ImmutableArray<(OdooServer Server, DatabaseHost Host)> callers =
            [.. cluster.Estate.OdooServers.Where(server => server.Environment == cluster.Environment && !server.IsOnce).Select(server => (server, DatabaseHost.Of(server)))];
        Direct = [.. callers.Where(caller => caller.Host.LeadsTo(cluster) && !Poolers.Any(pooler => caller.Host.LeadsTo(pooler))).Select(caller => caller.Server)];
        Pooled =
        [
            .. Poolers
                .Select(pooler => new PooledConnections(pooler, [.. callers.Where(caller => caller.Host.LeadsTo(pooler)).Select(caller => caller.Server)]) { EveryProcess = everyProcess })
                .Where(pooled => !pooled.Servers.IsEmpty),
        ];
    }

    /// <summary>Where <c>max_connections</c> is written, or would be; 100 where it is not.</summary>
    public Node Most { get; }

    /// <summary>Those that are not kept for superusers.</summary>
    public long Admitted { get; }

    /// <summary>The Odoos that connect without a pooler.</summary>
    public ImmutableArray<OdooServer> Direct { get; }

    /// <summary>The poolers in front of it that Odoos use.</summary>
    public ImmutableArray<PooledConnections> Pooled { get; }

    /// <summary>The most that may be opened: by those who connect directly, and by poolers that somebody uses.</summary>
    public long Needed => ConnectionDemand.Of(Direct, everyProcess) + OfPoolers;

    /// <summary>For people: how that comes about.</summary>
    public string Arithmetic => ConnectionDemand.Joined([ConnectionDemand.Written(Direct, everyProcess), OfPoolers > 0 ? $"{OfPoolers} by poolers" : ""]);

    /// <summary>A setting without which nobody can tell; null when all can be read.</summary>
    public OdooSetting? Unread => Callers
        .Where(server => server.OfAllProcesses("db_maxconn") is null)
        .SelectMany(server => ConnectionDemand.Settings.Select(server.Setting))
        .FirstOrDefault(setting => setting.Number is null);

    private IEnumerable<OdooServer> Callers => Direct.Concat(Pooled.SelectMany(pooled => pooled.Servers));

    private long OfPoolers => Pooled.Sum(pooled => pooled.Pooler.Connections ?? 0);

    private ImmutableArray<ConnectionPooler> Poolers { get; }

    /// <param name="cluster">Which admits them.</param>
    /// <param name="everyProcess">Those for cron and for websockets open connections, too; else only workers are counted.</param>
    public static PostgresConnections Of(PostgresCluster cluster, bool everyProcess) => new(cluster, everyProcess);
}

/// <summary>A pooler and who uses it.</summary>
public sealed record PooledConnections(ConnectionPooler Pooler, ImmutableArray<OdooServer> Servers)
{
    /// <summary>The most that its users may open.</summary>
    public long Needed => ConnectionDemand.Of(Servers, EveryProcess);

    /// <summary>For people: how that comes about.</summary>
    public string Arithmetic => ConnectionDemand.Written(Servers, EveryProcess);

    internal bool EveryProcess { get; init; }
}

/// <summary>What Odoos may open: pods × processes × <c>db_maxconn</c>.</summary>
internal static class ConnectionDemand
{
    public static readonly ImmutableArray<string> Settings = ["workers", "max_cron_threads", "db_maxconn"];

    public static long Of(IEnumerable<OdooServer> servers, bool everyProcess) =>
        servers.Sum(server => server.MostReplicas * ((everyProcess ? server.OfAllProcesses("db_maxconn") : server.OfWorkers("db_maxconn")) ?? 0));

    public static string Written(IEnumerable<OdooServer> servers, bool everyProcess) => Joined(servers.Select(server =>
        $"{server.Container.Pod.Workload.Kind} {server.Container.Pod.Workload.Name} with {server.MostReplicas} × ({(everyProcess ? server.Processes : server.Processes?.Workers)}) × {server.Setting("db_maxconn").Text}"));

    public static string Joined(IEnumerable<string> parts) => string.Join("; ", parts.Where(part => part.Length > 0));
}

/// <summary>PgBouncer or its like, in front of one PostgreSQL.</summary>
/// <param name="Name">For people: <c>Pooler erp-pooler-rw</c>.</param>
/// <param name="Place">What bounds its clients, or what it is.</param>
/// <param name="Clients">How many may connect to all its instances; null where that is not written.</param>
/// <param name="Connections">How many it opens to PostgreSQL from all its instances; null where that is not written.</param>
public sealed record ConnectionPooler(string Name, Node Place, long? Clients, long? Connections)
{
    /// <summary>Its namespace and the names by which it is called.</summary>
    internal (string Namespace, string[] Names) Host { get; init; } = ("", []);
}

/// <summary>The server that an Odoo connects to.</summary>
/// <param name="Labels">Of its name; none where nobody says it.</param>
/// <param name="Namespace">Where a name alone leads.</param>
internal sealed record DatabaseHost(ImmutableArray<string> Labels, string Namespace)
{
    /// <summary>From <c>db_host</c>.</summary>
    public static DatabaseHost Of(OdooServer server) =>
        new(server.Setting("db_host") is { IsKnown: true, IsWritten: true, Text.Length: > 0 } host ? [.. host.Text.Split('.')] : [], server.Container.Pod.Namespace);

    /// <summary>Where nobody says it, the only one that there is.</summary>
    public bool LeadsTo(PostgresCluster cluster) => Labels.IsEmpty
        ? cluster.Estate.PostgresClusters.Count(one => one.Environment == cluster.Environment) == 1
        : cluster.ServiceNames.Append(cluster.Name).Any(name => Is(name, cluster.Namespace, Labels) || Is(name, cluster.Namespace, [.. Labels.Skip(1)]));

    public bool LeadsTo(ConnectionPooler pooler) => pooler.Host.Names.Any(name => Is(name, pooler.Host.Namespace, Labels));

    /// <summary>A sidecar is the host itself.</summary>
    private bool Is(string name, string ns, ImmutableArray<string> labels) => labels switch
    {
        [] => false,
        ["127", ..] or ["localhost"] => name == "localhost" && ns == Namespace,
        [var alone] => alone == name && ns == Namespace,
        [var first, var second, ..] => first == name && second == ns,
    };
}

/// <summary>What PostgreSQL is configured with, in the words of whoever runs it.</summary>
internal static partial class PostgresParameters
{
    /// <summary>The place of a parameter, or where it would be.</summary>
    public static Node Of(PostgresCluster cluster, string name) => cluster.Operator switch
    {
        // https://cloudnative-pg.io/documentation/current/postgresql_conf/
        PostgresOperator.CloudNativePG => cluster["spec.postgresql.parameters"].Field(name),

        // https://github.com/zalando/postgres-operator/blob/master/docs/reference/cluster_manifest.md#postgres-parameters
        PostgresOperator.Zalando => cluster["spec.postgresql.parameters"].Field(name),

        // https://access.crunchydata.com/documentation/postgres-operator/latest/guides/configuration
        PostgresOperator.Crunchy => cluster["spec.config.parameters"].Field(name) is { Exists: true } parameter
            ? parameter
            : cluster["spec.patroni.dynamicConfiguration.postgresql.parameters"].Field(name),
        _ => OfWorkload(cluster, name),
    };

    /// <summary>The value in a text that says it in its own way: <c>max_connections=200</c>, a whole file.</summary>
    public static string TextIn(string text, string name) =>
        Assignment(name).Match(text) is { Success: true } assignment ? assignment.Groups["value"].Value : text.Trim();

    /// <summary>Arguments win over files; Bitnami's image has variables.</summary>
    private static Node OfWorkload(PostgresCluster cluster, string name)
    {
        Container[] containers = [.. cluster.Resource.Pods.SelectMany(pod => pod.Containers)];
        return containers.SelectMany(container => container["command"].Items.Concat(container["args"].Items)).LastOrDefault(item => Assignment(name).IsMatch(item.Text))
            ?? containers.SelectMany(container => container.Variables.Values)
                .FirstOrDefault(variable => variable.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))?.Place
            ?? containers.SelectMany(MountedFiles.Of).LastOrDefault(file => file.Text is { } text && Assignment(name).IsMatch(text))?.Place
            ?? containers.Select(container => container["args"]).FirstOrDefault()
            ?? cluster["spec"];
    }

    private static Regex Assignment(string name) => name == "max_connections" ? MaxConnections() : PoolParameter(name);

    private static Regex PoolParameter(string name) => new($@"(?m)^[ \t\-]*{Regex.Escape(name)}[ \t]*[=: ][ \t]*[""']?(?<value>[0-9]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [GeneratedRegex(@"(?:^|[\s\-c])max_connections[ \t]*[=: ][ \t]*[""']?(?<value>[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex MaxConnections();
}

/// <summary>The poolers of a PostgreSQL.</summary>
internal static class ConnectionPoolers
{
    /// <summary>https://github.com/zalando/postgres-operator/blob/master/docs/reference/cluster_manifest.md#connection-pooler</summary>
    private const long ZalandoConnections = 60;

    public static IEnumerable<ConnectionPooler> Of(PostgresCluster cluster) => OfOperator(cluster).Concat(OfWorkloads(cluster));

    private static IEnumerable<ConnectionPooler> OfOperator(PostgresCluster cluster) => cluster.Operator switch
    {
        PostgresOperator.CloudNativePG => cluster.Environment.OfKind("Pooler")
            .Where(pooler => pooler.Namespace == cluster.Namespace && pooler["spec.cluster.name"].Text == cluster.Name)
            .Select(OfCloudNativePG),
        PostgresOperator.Zalando when cluster["spec.enableConnectionPooler"].IsTrue || cluster["spec.connectionPooler"].IsMapping => [OfZalando(cluster)],
        PostgresOperator.Crunchy when cluster["spec.proxy.pgBouncer"].Exists =>
            [Named(cluster.Resource, cluster["spec.proxy.pgBouncer"], [$"{cluster.Name}-pgbouncer"])],
        _ => [],
    };

    private static ConnectionPooler OfCloudNativePG(Resource pooler)
    {
        Node parameters = pooler["spec.pgbouncer.parameters"];
        long instances = pooler["spec.instances"].Integer ?? 1;
        return Named(pooler, parameters["max_client_conn"].Exists ? parameters["max_client_conn"] : pooler["metadata.name"], [pooler.Name]) with
        {
            Clients = instances * Number(parameters["max_client_conn"]),
            Connections = instances * (Number(parameters["max_db_connections"]) ?? Number(parameters["default_pool_size"]) + (Number(parameters["reserve_pool_size"]) ?? 0)),
        };
    }

    private static ConnectionPooler OfZalando(PostgresCluster cluster) =>
        Named(cluster.Resource, cluster["spec.connectionPooler"].Exists ? cluster["spec.connectionPooler"] : cluster["spec.enableConnectionPooler"], [$"{cluster.Name}-pooler"]) with
        {
            Connections = cluster["spec.connectionPooler.maxDBConnections"].Integer ?? ZalandoConnections,
        };

    /// <summary>Workloads with an image of PgBouncer or its like whose settings name the cluster, or that have no other to name.</summary>
    private static IEnumerable<ConnectionPooler> OfWorkloads(PostgresCluster cluster) =>
        cluster.Estate.PoolerContainers[cluster.Environment]
            .Where(container => Names(container, cluster))
            .Select(container => OfContainer(container.Pod.Workload, container, cluster.Estate));

    /// <summary>The first container of each workload that is PgBouncer or its like, whose ever.</summary>
    public static IEnumerable<Container> In(Estate estate) => estate.Resources
        .Where(resource => resource.Kind != "Pooler")
        .SelectMany(resource => resource.Pods.SelectMany(pod => pod.Containers).Where(IsPooler).Take(1));

    private static bool IsPooler(Container container) =>
        container.Image?.Repository.Split('/')[^1] is { } image && (image.Contains("pgbouncer", StringComparison.Ordinal) || image is "pgcat" or "odyssey" or "pgpool" or "pgdog")
        && !image.Contains("exporter", StringComparison.Ordinal);

    private static bool Names(Container container, PostgresCluster cluster) =>
        Texts(container).Any(text => cluster.ServiceNames.Append(cluster.Name).Any(name => text.Contains(name, StringComparison.Ordinal)))
        || cluster.Estate.PostgresClusters.Count(one => one.Environment == cluster.Environment) == 1;

    private static IEnumerable<string> Texts(Container container) =>
        container.Variables.Values.Select(variable => variable.Text ?? "").Concat(container.Files.Select(file => file.Text ?? ""));

    private static ConnectionPooler OfContainer(Resource resource, Container container, Estate estate)
    {
        long instances = resource.MostReplicas;
        (Node? Place, long? Number) clients = Setting(container, "max_client_conn");
        string[] services = [.. resource.Environment.Services.Where(service => service.Pods.Contains(container.Pod)).Select(service => service.Name)];
        bool isSidecar = estate.OdooServers.Any(server => server.Container.Pod == container.Pod);
        return Named(resource, clients.Place ?? resource["metadata.name"], isSidecar ? ["localhost"] : [.. services, resource.Name]) with
        {
            Clients = instances * clients.Number,
            Connections = instances * (Setting(container, "max_db_connections").Number ?? Setting(container, "default_pool_size").Number),
        };
    }

    /// <summary>In a variable of that name, with or without a prefix, or in a file.</summary>
    private static (Node? Place, long? Number) Setting(Container container, string name) =>
        container.Variables.Values.FirstOrDefault(variable => variable.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase)) is { Text: { } text } variable
            ? (variable.Place, ScalarMeaning.IntegerOf(text))
            : container.Files.FirstOrDefault(file => file.Text is { } content && ScalarMeaning.IntegerOf(PostgresParameters.TextIn(content, name)) is not null) is { } file
                ? (file.Place, ScalarMeaning.IntegerOf(PostgresParameters.TextIn(file.Text!, name)))
                : (null, null);

    private static ConnectionPooler Named(Resource resource, Node place, string[] names) =>
        new($"{resource.Kind} {resource.Name}", place, Clients: null, Connections: null) { Host = (resource.Namespace, names) };

    private static long? Number(Node place) => ScalarMeaning.IntegerOf(place.Text);
}
