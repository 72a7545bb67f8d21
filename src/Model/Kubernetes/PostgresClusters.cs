using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where PostgreSQL runs.</summary>
internal static partial class PostgresClusters
{
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
        ServerImage().IsMatch(container.Image?.Repository.Split('/')[^1] ?? "")
        && !container["command"].Texts.Concat(container["args"].Texts).Any(text => ClientTool().IsMatch(text));

    /// <summary>
    /// The last part of the repository, perhaps with a version: <c>spilo-17</c>. Not <c>postgres-exporter</c>,
    /// <c>postgres-operator</c> and the like.
    /// </summary>
    [GeneratedRegex("^(postgres|postgresql|postgresql-repmgr|postgis|pgvector|timescaledb|timescaledb-ha|spilo)(-?[0-9]+)?$")]
    private static partial Regex ServerImage();

    [GeneratedRegex(@"\b(psql|pg_dump|pg_dumpall|pg_restore|pg_basebackup|pg_isready|pg_receivewal|pgbench|sleep)\b")]
    private static partial Regex ClientTool();
}
