using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>CronJobs that dump a PostgreSQL with its own tools or with those that people use for it.</summary>
internal static partial class PostgresDumps
{
    /// <summary>The variables and options that name the server: https://www.postgresql.org/docs/current/libpq-envars.html.</summary>
    private static readonly string[] HostVariables =
        ["PGHOST", "PGHOSTADDR", "POSTGRES_HOST", "DB_HOST", "DATABASE_URL", "POSTGRES_URL", "PGSERVICE"];

    public static IEnumerable<BackupSchedule> Of(PostgresCluster cluster, Estate estate) =>
        estate.OnClusterOf(cluster.Environment)
            .SelectMany(environment => estate.DumpJobs[environment])
            .Where(job => Targets(job, cluster))
            .Select(job => job["spec.suspend"].IsTrue
                ? new BackupSchedule(job["spec.suspend"], $"CronJob {job.Name} is suspended") { Time = job["spec.schedule"] }
                : new BackupSchedule(job["spec.schedule"], Defect: null));

    public static bool IsDump(Resource job) =>
        job.Pods.SelectMany(pod => pod.Containers).Any(container => DumpImage().IsMatch(container.Image?.Repository ?? ""))
        || job.Scripts.Any(text => !text.IsVariable && DumpTool().IsMatch(text.Text));

    /// <summary>
    /// Some text of the job names a Service of the cluster. Where the host is kept in a Secret nobody can tell from git;
    /// then the job is taken to mean the only PostgreSQL of its namespace.
    /// </summary>
    public static bool Targets(Resource job, PostgresCluster cluster)
    {
        string[] texts = [.. Texts(job)];
        return texts.Any(text => cluster.ServiceNames.Any(service => Names(text, service, job, cluster)))
            || (job.Namespace == cluster.Namespace && HidesHost(job) && IsOnlyOneThere(cluster));
    }

    private static bool Names(string text, string service, Resource job, PostgresCluster cluster) =>
        HostNames().Matches(text).Any(match =>
            LeadsTo(match.Groups["host"].Value.Split('.'), service, job.Namespace == cluster.Namespace, cluster.Namespace));

    /// <summary>The Service by its short name from within, or with its namespace; or one pod of it before that.</summary>
    private static bool LeadsTo(string[] labels, string service, bool isNeighbour, string ns) =>
        (isNeighbour && labels is [var alone] && alone == service)
        || labels.Skip(1).Append("").Zip(labels).Any(pair => pair.Second == service && pair.First == ns)
        || (isNeighbour && labels is [_, var ofPod] && ofPod == service);

    private static bool HidesHost(Resource job) => job.Pods
        .SelectMany(pod => pod.Containers)
        .Any(container => container["envFrom"].Items.Any(source => source["secretRef"].Exists)
            || container.EnvironmentVariables.Any(variable =>
                HostVariables.Contains(variable["name"].Text, StringComparer.Ordinal) && variable["valueFrom.secretKeyRef"].Exists));

    private static bool IsOnlyOneThere(PostgresCluster cluster) =>
        cluster.Environment.NamespaceNamed(cluster.Namespace)?.Resources
            .Count(resource => PostgresClusters.OperatorOf(resource) is not null) == 1;

    /// <summary>A user or a database is often called <c>postgres</c>, as the Service is.</summary>
    private static IEnumerable<string> Texts(Resource job) => job.Scripts
        .Where(text => !text.IsVariable || !NamesSomethingElse().IsMatch(text.Name))
        .Select(text => text.Text);

    [GeneratedRegex(@"\b(pg_dump|pg_dumpall|pg_basebackup|pgbackrest|wal-g|wal-e|barman-cloud-backup|barman)\b")]
    private static partial Regex DumpTool();

    [GeneratedRegex(@"(^|/)((postgres(ql)?|pg)-?(backup|dump)|pgbackrest|barman|wal-g)[a-z0-9-]*$")]
    private static partial Regex DumpImage();

    /// <summary>A name alone is a host where a host is due; with a dot, anywhere.</summary>
    [GeneratedRegex(@"(?<host>[a-z0-9-]+(\.[a-z0-9-]+){1,8})|(^|@|//|-h\s*|--host[=\s]|host=)(?<host>[a-z0-9-]+)(?=[:/\s""']|$)")]
    private static partial Regex HostNames();

    [GeneratedRegex("USER|PASS|ROLE|DATABASE$|DB$|NAME$")]
    private static partial Regex NamesSomethingElse();
}
