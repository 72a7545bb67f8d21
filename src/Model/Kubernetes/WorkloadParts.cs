using System.Collections.Immutable;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Tells what a workload is by its images, its programs and its names.</summary>
internal static class WorkloadParts
{
    private static readonly ImmutableHashSet<string> DatabaseImages =
        ["postgres", "postgresql", "postgis", "timescaledb", "spilo", "patroni", "redis", "valkey", "keydb", "dragonfly", "mysql", "mariadb", "mongo", "mongodb"];

    private static readonly ImmutableHashSet<string> BackupWords =
        ["backup", "backups", "restic", "velero", "kopia", "borg", "borgbackup", "barman", "pgbackrest", "wal-g", "walg", "pgdump", "dump"];

    private static readonly string[] BackupPrograms =
        ["pg_dump", "pg_dumpall", "pg_basebackup", "wal-g", "pgbackrest", "barman", "restic", "kopia", "borg", "redis-cli --rdb", "rclone", "aws s3", "mc mirror", "mc cp"];

    private static readonly ImmutableHashSet<string> ApplicationWords =
        ["odoo", "erp", "web", "app", "application", "worker", "cron", "longpolling", "websocket", "frontend", "backend", "api", "server"];

    /// <summary>What looks at others is none of them.</summary>
    private static readonly ImmutableHashSet<string> Onlookers = ["exporter", "metrics", "monitoring", "monitor", "verify", "prometheus", "grafana", "pgbouncer", "pooler"];

    public static WorkloadPart Of(PodTemplate pod)
    {
        ImmutableArray<Container> containers = [.. pod.Containers.Where(container => container.Role is ContainerRole.Main or ContainerRole.Sidecar)];
        string[] images = [.. containers.SelectMany(container => Words(container.Image?.Repository.Split('/')[^1] ?? ""))];
        string[] names = [.. Words(pod.Workload.Name), .. Words(pod.Labels["app.kubernetes.io/component"] ?? ""), .. Words(pod.Labels["app.kubernetes.io/name"] ?? "")];
        bool runsOnce = pod.Workload.Kind is "CronJob" or "Job";
        return containers.Any(container => Commands(container).Any(text => BackupPrograms.Any(program => text.Contains(program, StringComparison.Ordinal))))
                || (!names.Any(Onlookers.Contains) && (images.Any(BackupWords.Contains) || names.Any(BackupWords.Contains))) ? WorkloadPart.Backup
            : !runsOnce && containers.Any(IsDatabase) && !names.Any(Onlookers.Contains) && !IsOnlooker(containers) ? WorkloadPart.Database
            : names.Any(Onlookers.Contains) ? WorkloadPart.Other
            : images.Any(ApplicationWords.Contains) || names.Any(ApplicationWords.Contains) ? WorkloadPart.Application
            : WorkloadPart.Other;
    }

    /// <summary>By the beginning or the end of the image's own name: <c>wildfly-mysql-demo</c> uses one.</summary>
    private static bool IsDatabase(Container container) =>
        Words(container.Image?.Repository.Split('/')[^1] ?? "") is [var first, ..] words && (DatabaseImages.Contains(first) || DatabaseImages.Contains(words[^1]));

    /// <summary>Its only image is one such as redis-exporter.</summary>
    private static bool IsOnlooker(ImmutableArray<Container> containers) =>
        containers.All(container => Words(container.Image?.Repository.Split('/')[^1] ?? "").Any(Onlookers.Contains));

    private static IEnumerable<string> Commands(Container container) => container["command"].Texts.Concat(container["args"].Texts);

    private static string[] Words(string text) => text.ToLowerInvariant().Split(['-', '_', '.'], StringSplitOptions.RemoveEmptyEntries);
}
