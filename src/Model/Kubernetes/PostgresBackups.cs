using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The schedules that back a PostgreSQL up, by every means that the field uses.</summary>
internal static class PostgresBackups
{
    public static IEnumerable<BackupSchedule> Of(PostgresCluster cluster, Estate estate) =>
        OfOperator(cluster)
            .Concat(PostgresDumps.Of(cluster, estate))
            .Concat(VolumeBackups.Of(VolumeToSave.Of(cluster), estate));

    private static IEnumerable<BackupSchedule> OfOperator(PostgresCluster cluster) => cluster.Operator switch
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
    private static IEnumerable<BackupSchedule> OfCrunchy(PostgresCluster cluster) =>
        cluster["spec.backups.pgbackrest.repos"].Items
            .SelectMany(repository => repository["schedules"].Fields)
            .Where(schedule => schedule.Exists)
            .Select(schedule => new BackupSchedule(schedule, Defect: null));
}

/// <summary>https://cloudnative-pg.io/documentation/current/backup/#scheduled-backups</summary>
internal static class CloudNativePGBackups
{
    public static IEnumerable<BackupSchedule> Of(PostgresCluster cluster) =>
        cluster.Environment.OfKind("ScheduledBackup")
            .Where(scheduled => scheduled.Namespace == cluster.Namespace && scheduled["spec.cluster.name"].Text == cluster.Name)
            .Select(scheduled => Judged(scheduled, cluster));

    /// <summary>What it says by itself, whatever cluster it names.</summary>
    public static BackupSchedule Described(Resource scheduled)
    {
        string called = $"ScheduledBackup {scheduled.Name}";
        Node time = scheduled["spec.schedule"];
        return scheduled["spec.suspend"].IsTrue ? new(scheduled["spec.suspend"], $"{called} is suspended") { Time = time }
            : time.IsMissing ? new(time, $"{called} has no schedule")
            : new(time, Defect: null);
    }

    private static BackupSchedule Judged(Resource scheduled, PostgresCluster cluster)
    {
        BackupSchedule described = Described(scheduled);
        Node method = scheduled["spec.method"];
        return described.Defect is not null || Target(scheduled, cluster).Exists
            ? described
            : new(
                method.Exists ? method : scheduled["spec.cluster.name"],
                $"ScheduledBackup {scheduled.Name} has nowhere to write to: cluster {cluster.Name} configures no {MethodOf(scheduled)}")
            {
                Time = scheduled["spec.schedule"],
            };
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

    public static IEnumerable<BackupSchedule> Of(PostgresCluster cluster) =>
        LogicalBackup(cluster).Concat(ArchivesOf(cluster).Select(place => Physical(place, cluster)));

    /// <summary>Every place that gives Spilo somewhere to put base backups and write-ahead log.</summary>
    public static IEnumerable<Node> ArchivesOf(PostgresCluster cluster) =>
        cluster["spec.env"].Items.Where(IsArchive)
            .Concat(cluster.Environment.OfKind("OperatorConfiguration").SelectMany(OfOperator))
            .Concat(cluster.Environment.OfKind("ConfigMap").SelectMany(OfConfigMap));

    /// <summary>
    /// Half past midnight unless it says otherwise:
    /// https://github.com/zalando/postgres-operator/blob/master/docs/reference/operator_parameters.md#logical-backup.
    /// </summary>
    private static IEnumerable<BackupSchedule> LogicalBackup(PostgresCluster cluster) =>
        cluster["spec.enableLogicalBackup"] is { IsTrue: true } enabled
            ? [new(enabled, Defect: null) { Time = cluster["spec.logicalBackupSchedule"], DefaultTime = "30 0 * * *" }]
            : [];

    /// <summary>
    /// Every night at one unless BACKUP_SCHEDULE says otherwise:
    /// https://github.com/zalando/spilo/blob/master/ENVIRONMENT.rst.
    /// </summary>
    private static BackupSchedule Physical(Node place, PostgresCluster cluster)
    {
        Node[] times =
        [
            .. cluster["spec.env"].Items.Where(variable => variable["name"].Text == "BACKUP_SCHEDULE").Select(variable => variable["value"]),
            .. cluster.Environment.OfKind("ConfigMap").Select(map => map["data"].Field("BACKUP_SCHEDULE")),
        ];
        return new(place, Defect: null) { Time = times.FirstOrDefault(time => time.Exists, place["BACKUP_SCHEDULE"]), DefaultTime = "0 1 * * *" };
    }

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
