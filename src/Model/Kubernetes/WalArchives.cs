using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Continuous archiving, by the means of each operator and of PostgreSQL itself.</summary>
internal static partial class WalArchives
{
    public static WalArchive Of(PostgresCluster cluster, Estate estate) => cluster.Operator switch
    {
        PostgresOperator.CloudNativePG => OfCloudNativePG(cluster),
        PostgresOperator.Zalando => OfZalando(cluster),
        PostgresOperator.Crunchy => OfCrunchy(cluster),
        _ => PlainWalArchives.Of(cluster, estate),
    };

    /// <summary>
    /// A number of seconds, or with a unit of PostgreSQL's; zero is none
    /// (https://www.postgresql.org/docs/current/config-setting.html#CONFIG-SETTING-NAMES-VALUES).
    /// </summary>
    public static Duration? Time(string text)
    {
        Match time = PostgresTime().Match(text);
        if (!time.Success || !double.TryParse(time.Groups["number"].Value, CultureInfo.InvariantCulture, out double number))
        {
            return null;
        }

        double seconds = number * time.Groups["unit"].Value switch
        {
            "ms" => 0.001,
            "min" => 60,
            "h" => 3600,
            "d" => 86400,
            _ => 1,
        };
        return seconds > 0 ? new(TimeSpan.FromSeconds(seconds)) : null;
    }

    /// <summary>
    /// A section in the cluster, or a plugin that archives
    /// (https://cloudnative-pg.io/documentation/current/wal_archiving/,
    /// https://cloudnative-pg.io/plugin-barman-cloud/docs/usage/). Five minutes unless it says otherwise
    /// (https://cloudnative-pg.io/documentation/current/postgresql_conf/#the-postgresql-section).
    /// </summary>
    private static WalArchive OfCloudNativePG(PostgresCluster cluster)
    {
        Node timeout = cluster["spec.postgresql.parameters.archive_timeout"];
        Duration? interval = timeout.IsMissing ? "5m" : Time(timeout.Text);
        (Node place, string? defect) = Sought(cluster);
        return new(place, defect, timeout, interval);
    }

    private static (Node Place, string? Defect) Sought(PostgresCluster cluster)
    {
        // https://cloudnative-pg.io/documentation/current/labels_annotations/
        Node skipped = cluster["metadata.annotations"].Field("cnpg.io/skipWalArchiving");
        Node[] plugins = [.. cluster["spec.plugins"].Items.Where(plugin => !plugin["enabled"].IsFalse)];
        Node store = cluster["spec.backup.barmanObjectStore"];
        return plugins.FirstOrDefault(plugin => plugin["isWALArchiver"].IsTrue) switch
        {
            _ when skipped.Text == "enabled" => (skipped, "the annotation cnpg.io/skipWalArchiving turns archiving off"),
            { } plugin => (plugin["parameters.barmanObjectName"], DefectOf(plugin, cluster)),
            null when store["destinationPath"].Text.Length > 0 => (store["destinationPath"], null),
            null when store.Exists => (store["destinationPath"], "barmanObjectStore has no destinationPath"),
            null when plugins.Length > 0 => (plugins[0]["isWALArchiver"], $"plugin {plugins[0]["name"]} is not told to archive: isWALArchiver is not true"),
            _ => (cluster["spec.backup.barmanObjectStore"], "it has neither a barmanObjectStore nor a plugin that archives"),
        };
    }

    /// <summary>
    /// Only a plugin of barman needs an ObjectStore. Where the environment holds none at all, they are kept elsewhere.
    /// </summary>
    private static string? DefectOf(Node plugin, PostgresCluster cluster)
    {
        string name = plugin["parameters.barmanObjectName"].Text;
        Resource[] stores = [.. cluster.Environment.OfKind("ObjectStore").Where(store => store.Group == "barmancloud.cnpg.io")];
        bool isThere = stores.Length == 0 || stores.Any(store => store.Name == name && store.Namespace == cluster.Namespace);
        return !plugin["name"].Text.StartsWith("barman-cloud", StringComparison.Ordinal) ? null
            : name.Length == 0 ? "the plugin names no ObjectStore"
            : isThere ? null
            : $"there is no ObjectStore {cluster.Namespace}/{name}";
    }

    /// <summary>Half an hour unless it says otherwise (https://github.com/zalando/spilo/blob/master/postgres-appliance/scripts/configure_spilo.py).</summary>
    private static WalArchive OfZalando(PostgresCluster cluster)
    {
        Node timeout = cluster["spec.postgresql.parameters.archive_timeout"];
        Node? place = ZalandoBackups.ArchivesOf(cluster).FirstOrDefault();
        bool isOff = cluster["spec.postgresql.parameters.archive_mode"].Text is "off" or "false";
        return new(
            isOff ? cluster["spec.postgresql.parameters.archive_mode"] : place ?? cluster["spec.env"],
            isOff ? "archive_mode is off" : place is null ? "neither the cluster nor the operator names a bucket for the log (WAL_S3_BUCKET and its like)" : null,
            timeout,
            timeout.IsMissing ? "30m" : Time(timeout.Text));
    }

    /// <summary>
    /// pgBackRest archives wherever there is a repository, every minute unless it says otherwise
    /// (https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/backups-disaster-recovery/backups).
    /// </summary>
    private static WalArchive OfCrunchy(PostgresCluster cluster)
    {
        Node timeout = new[] { cluster["spec.config.parameters.archive_timeout"], cluster["spec.patroni.dynamicConfiguration.postgresql.parameters.archive_timeout"] }
            .FirstOrDefault(place => place.Exists, cluster["spec.config.parameters.archive_timeout"]);
        Node repositories = cluster["spec.backups.pgbackrest.repos"];
        return new(
            repositories.Count > 0 ? repositories[0] : repositories,
            repositories.Count > 0 ? null : "pgBackRest has no repository",
            timeout,
            timeout.IsMissing ? "1m" : Time(timeout.Text));
    }

    [GeneratedRegex(@"^\s*'?(?<number>[0-9]+(\.[0-9]+)?)\s*(?<unit>ms|s|min|h|d)?'?\s*$")]
    private static partial Regex PostgresTime();
}
