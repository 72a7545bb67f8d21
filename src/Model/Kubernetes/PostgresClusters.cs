using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where PostgreSQL runs.</summary>
internal static class PostgresClusters
{
    /// <summary>The last part of the repository of images that are PostgreSQL servers.</summary>
    private static readonly string[] ServerImages =
        ["postgres", "postgresql", "postgresql-repmgr", "postgis", "pgvector", "timescaledb", "timescaledb-ha", "spilo"];

    /// <summary>Kinds whose pods are there to stay; a Job with the image is a client.</summary>
    private static readonly string[] ServerKinds = ["StatefulSet", "Deployment", "ReplicaSet", "DaemonSet", "Pod"];

    public static IEnumerable<PostgresCluster> In(Resource resource, Estate estate) =>
        OperatorOf(resource) is { } runBy ? [new(resource, runBy, estate)] : [];

    /// <summary>Null for what is no PostgreSQL.</summary>
    public static PostgresOperator? OperatorOf(Resource resource) => (resource.Kind, resource.Group) switch
    {
        ("Cluster", "postgresql.cnpg.io") => PostgresOperator.CloudNativePG,
        ("postgresql", "acid.zalan.do") => PostgresOperator.Zalando,
        ("PostgresCluster", "postgres-operator.crunchydata.com") => PostgresOperator.Crunchy,
        ("PerconaPGCluster", "pgv2.percona.com") => PostgresOperator.Crunchy,
        var (kind, _) when ServerKinds.Contains(kind, StringComparer.Ordinal) && resource.Pods.Any(IsServer) => PostgresOperator.None,
        _ => null,
    };

    private static bool IsServer(PodTemplate pod) =>
        pod.Containers.Any(container => container.Role is ContainerRole.Main or ContainerRole.Sidecar && IsServer(container));

    /// <summary>It runs what the image brings, or starts the server by name; anything else is a client.</summary>
    private static bool IsServer(Container container)
    {
        string image = container.Image?.Repository.Split('/')[^1] ?? "";
        string command = container["command"].Texts.Concat(container["args"].Texts).FirstOrDefault("");
        bool startsServer = command.Length == 0
            || command.StartsWith('-')
            || command.Contains("postgres", StringComparison.Ordinal)
            || command.EndsWith("docker-entrypoint.sh", StringComparison.Ordinal);
        return ServerImages.Any(server => image == server || image.StartsWith($"{server}-", StringComparison.Ordinal))
            && !image.Contains("backup", StringComparison.Ordinal)
            && !image.Contains("exporter", StringComparison.Ordinal)
            && startsServer;
    }
}
