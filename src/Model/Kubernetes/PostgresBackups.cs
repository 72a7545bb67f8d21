using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The schedules that back a PostgreSQL up, by every means that the field uses.</summary>
internal static class PostgresBackups
{
    public static IEnumerable<PostgresBackup> Of(PostgresCluster cluster, Estate estate) =>
        OfOperator(cluster)
            .Concat(PostgresDumps.Of(cluster, estate))
            .Concat(VeleroSchedules.Of(cluster, estate));

    private static IEnumerable<PostgresBackup> OfOperator(PostgresCluster cluster) => cluster.Operator switch
    {
        PostgresOperator.CloudNativePG => CloudNativePGBackups.Of(cluster),
        PostgresOperator.Zalando => ZalandoBackups.Of(cluster),
        PostgresOperator.Crunchy => OfCrunchy(cluster),
        _ => [],
    };

    /// <summary>
    /// Any of full, differential and incremental: pgBackRest makes a full one when there is none yet.
    /// See https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/backups-disaster-recovery/backup-management.
    /// </summary>
    private static IEnumerable<PostgresBackup> OfCrunchy(PostgresCluster cluster) =>
        cluster["spec.backups.pgbackrest.repos"].Items
            .SelectMany(repository => repository["schedules"].Fields)
            .Where(schedule => schedule.Exists)
            .Select(schedule => new PostgresBackup(schedule, Defect: null));
}

/// <summary>https://cloudnative-pg.io/documentation/current/backup/#scheduled-backups</summary>
internal static class CloudNativePGBackups
{
    public static IEnumerable<PostgresBackup> Of(PostgresCluster cluster) =>
        cluster.Environment.OfKind("ScheduledBackup")
            .Where(scheduled => scheduled.Namespace == cluster.Namespace && scheduled["spec.cluster.name"].Text == cluster.Name)
            .Select(scheduled => Judged(scheduled, cluster));

    private static PostgresBackup Judged(Resource scheduled, PostgresCluster cluster)
    {
        string called = $"ScheduledBackup {scheduled.Name}";
        if (scheduled["spec.suspend"].IsTrue)
        {
            return new(scheduled["spec.suspend"], $"{called} is suspended");
        }

        if (scheduled["spec.schedule"].IsMissing)
        {
            return new(scheduled["spec.schedule"], $"{called} has no schedule");
        }

        Node method = scheduled["spec.method"];
        return Target(scheduled, cluster).Exists
            ? new(scheduled["spec.schedule"], Defect: null)
            : new(
                method.Exists ? method : scheduled["spec.cluster.name"],
                $"{called} has nowhere to write to: cluster {cluster.Name} configures no {MethodOf(scheduled)}");
    }

    /// <summary>barmanObjectStore unless it says otherwise.</summary>
    private static string MethodOf(Resource scheduled) =>
        scheduled["spec.method"] is { IsScalar: true } method ? method.Text : "barmanObjectStore";

    /// <summary>
    /// Where the backups go: the cluster says it, in a section for each method; a plugin must be one of its own
    /// (https://cloudnative-pg.io/plugin-barman-cloud/docs/usage/).
    /// </summary>
    private static Node Target(Resource scheduled, PostgresCluster cluster)
    {
        string plugin = scheduled["spec.pluginConfiguration.name"].Text;
        Node plugins = cluster["spec.plugins"];
        return MethodOf(scheduled) == "plugin"
            ? plugins.Items.FirstOrDefault(one => one["name"].Text == plugin && !one["enabled"].IsFalse, plugins[plugins.Count])
            : cluster["spec.backup"].Field(MethodOf(scheduled));
    }
}

/// <summary>
/// Logical dumps by the operator, or physical ones by Spilo, whose schedule is every night unless BACKUP_SCHEDULE says
/// otherwise. See https://github.com/zalando/postgres-operator/blob/master/docs/administrator.md#wal-archiving-and-physical-basebackups.
/// </summary>
internal static class ZalandoBackups
{
    private static readonly string[] ArchiveVariables =
        ["WAL_S3_BUCKET", "WALE_S3_PREFIX", "WALG_S3_PREFIX", "WAL_GS_BUCKET", "WALG_GS_PREFIX", "WALG_AZ_PREFIX", "AZURE_STORAGE_ACCOUNT"];

    private static readonly string[] ArchiveSettings = ["wal_s3_bucket", "wal_gs_bucket", "wal_az_storage_account"];

    public static IEnumerable<PostgresBackup> Of(PostgresCluster cluster) =>
        LogicalBackup(cluster)
            .Concat(cluster["spec.env"].Items.Where(IsArchive))
            .Concat(cluster.Environment.OfKind("OperatorConfiguration").SelectMany(OfOperator))
            .Concat(cluster.Environment.OfKind("ConfigMap").SelectMany(OfConfigMap))
            .Select(place => new PostgresBackup(place, Defect: null));

    private static IEnumerable<Node> LogicalBackup(PostgresCluster cluster) =>
        cluster["spec.enableLogicalBackup"] is { IsTrue: true } enabled ? [enabled] : [];

    private static bool IsArchive(Node variable) =>
        ArchiveVariables.Contains(variable["name"].Text, StringComparer.Ordinal)
        && (variable["value"].Text.Length > 0 || variable["valueFrom"].Exists);

    private static IEnumerable<Node> OfOperator(Resource configuration) =>
        ArchiveSettings
            .Select(setting => configuration["configuration.aws_or_gcp"].Field(setting))
            .Where(setting => setting.Text.Length > 0);

    /// <summary>The operator's own ConfigMap, or the environment that it gives to every pod.</summary>
    private static IEnumerable<Node> OfConfigMap(Resource configMap) =>
        configMap["data"].Fields.Where(field =>
            field.Text.Length > 0
            && ArchiveSettings.Concat(ArchiveVariables).Contains(field.Name, StringComparer.Ordinal));
}

/// <summary>
/// Velero's schedules, where they take the volumes of the cluster's namespace along.
/// See https://velero.io/docs/main/api-types/schedule/.
/// </summary>
internal static class VeleroSchedules
{
    public static IEnumerable<PostgresBackup> Of(PostgresCluster cluster, Estate estate) =>
        estate.OnClusterOf(cluster.Environment)
            .SelectMany(environment => environment.OfKind("Schedule"))
            .Where(schedule => schedule.Group == "velero.io" && TakesVolumesOf(cluster, schedule["spec.template"]))
            .Select(schedule => schedule["spec.paused"].IsTrue
                ? new PostgresBackup(schedule["spec.paused"], $"Schedule {schedule.Name} is paused")
                : new PostgresBackup(schedule["spec.schedule"], Defect: null));

    private static bool TakesVolumesOf(PostgresCluster cluster, Node template) =>
        Admits(template["includedNamespaces"], template["excludedNamespaces"], cluster.Namespace)
        && Admits(template["includedResources"], template["excludedResources"], "persistentvolumeclaims")
        && (!template["snapshotVolumes"].IsFalse || template["defaultVolumesToFsBackup"].IsTrue)
        && (template["labelSelector"].IsMissing || new LabelSelector(template["labelSelector"]).Matches(LabelsOfClaims(cluster)));

    private static bool Admits(Node included, Node excluded, string name) =>
        (included.Count == 0 || included.Texts.Any(text => text == "*" || text == name))
        && !excluded.Texts.Contains(name, StringComparer.Ordinal);

    /// <summary>A StatefulSet's claims carry the labels of their template.</summary>
    private static Labels LabelsOfClaims(PostgresCluster cluster) =>
        new(cluster["spec.volumeClaimTemplates[0].metadata.labels"]);
}
