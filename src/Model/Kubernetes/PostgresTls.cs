using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What the servers of a PostgreSQL do about TLS.</summary>
/// <param name="IsServed">They speak it with clients that ask for it.</param>
/// <param name="Place">What says so, or would have to.</param>
/// <param name="AdmitsPlain">The line of <c>pg_hba</c> by which a client gets in without it; null where no line of git does.</param>
/// <param name="RefusesPlain">The line that keeps all such clients out; null where there is none.</param>
public sealed record PostgresTls(bool IsServed, Node Place, Node? AdmitsPlain, Node? RefusesPlain)
{
    internal static PostgresTls Of(PostgresCluster cluster)
    {
        ServerSetting? ssl = cluster.Parameter("ssl");
        HostAccess? decisive = cluster.Settings.Access.FirstOrDefault(line => line.RefusesPlain || line.AdmitsPlain);
        return new(
            ssl is null ? IsServedByDefault(cluster) : ssl.Value.ToLowerInvariant() is "on" or "yes" or "true" or "1",
            ssl?.Place ?? DefaultPlace(cluster),
            decisive?.AdmitsPlain == true ? decisive.Place : null,
            decisive?.RefusesPlain == true ? decisive.Place : null);
    }

    /// <summary>
    /// The operators make certificates themselves where nobody gives them any
    /// (https://cloudnative-pg.io/documentation/current/certificates/,
    /// https://github.com/zalando/postgres-operator/blob/master/docs/user.md#custom-tls-certificates,
    /// https://access.crunchydata.com/documentation/postgres-operator/latest/architecture/overview), as Spilo does;
    /// PostgreSQL's own default is off.
    /// </summary>
    private static bool IsServedByDefault(PostgresCluster cluster) =>
        cluster.Operator != PostgresOperator.None
        || cluster.Resource.Pods[0].Containers.Any(container =>
            PostgresClusters.IsServer(container)
            && container.Image?.Repository.Split('/')[^1].StartsWith("spilo", StringComparison.Ordinal) == true);

    private static Node DefaultPlace(PostgresCluster cluster) => cluster.Operator switch
    {
        PostgresOperator.None => cluster.Resource.Pods[0].Containers.First(PostgresClusters.IsServer)["args"],
        PostgresOperator.CloudNativePG when cluster["spec.certificates"].Exists => cluster["spec.certificates"],
        PostgresOperator.Zalando when cluster["spec.tls"].Exists => cluster["spec.tls"],
        PostgresOperator.Crunchy when cluster["spec.customTLSSecret"].Exists => cluster["spec.customTLSSecret"],
        _ => cluster["kind"],
    };
}
