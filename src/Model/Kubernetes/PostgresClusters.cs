using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where PostgreSQL runs.</summary>
internal static partial class PostgresClusters
{
    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    /// <summary>Kinds whose pods are there to stay; a Job with the image is a client.</summary>
    public static readonly string[] ServerKinds = ["StatefulSet", "Deployment", "ReplicaSet", "DaemonSet", "Pod", "DeploymentConfig", "ReplicationController"];

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

    /// <summary>It has the image of a server, and is not told to be a client instead.</summary>
    public static bool IsServer(Container container) =>
        IsServerImage(container.Image?.Repository.Split('/')[^1] ?? "")
        && !container["command"].Texts.Concat(container["args"].Texts).Any(text => ClientTool().IsMatch(text));

    /// <summary>
    /// The last part of the repository, perhaps with a version: <c>spilo-17</c>. Not <c>postgres-exporter</c>,
    /// <c>postgres-operator</c> and the like.
    /// </summary>
    private static bool IsServerImage(string name)
    {
        string product = name.TrimEnd(Digits);
        bool isVersioned = product.Length < name.Length && product is [.., '-'];
        return (isVersioned ? product[..^1] : product)
            is "postgres" or "postgresql" or "postgresql-repmgr" or "postgis" or "pgvector" or "timescaledb" or "timescaledb-ha" or "spilo";
    }

    [GeneratedRegex(@"\b(psql|pg_dump|pg_dumpall|pg_restore|pg_basebackup|pg_isready|pg_receivewal|pgbench|sleep)\b")]
    private static partial Regex ClientTool();
}
