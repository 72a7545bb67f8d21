using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a workload is there for, as far as it should live apart from the others.</summary>
public enum Plane
{
    Application,
    Database,
    Backup,
    Observability,
}

/// <summary>Tells the planes by operators' kinds, by images and by the tools that jobs call.</summary>
internal static partial class Planes
{
    private static readonly string[] LastingKinds = ["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController", "Pod", "Rollout", "DeploymentConfig", "CloneSet"];

    /// <summary>Null for what belongs to none of them, or to the edge, or helps another workload.</summary>
    public static Plane? Of(Resource resource) => (resource.Kind, resource.Group) switch
    {
        _ when PostgresClusters.OperatorOf(resource) is not null => Plane.Database,
        ("Pooler", "postgresql.cnpg.io") => Plane.Database,
        ("RedisFailover", "databases.spotahome.com") or (_, "redis.redis.opstreelabs.in") or ("InnoDBCluster", "mysql.oracle.com") or (_, "k8s.mariadb.com") => Plane.Database,
        // K8up's and VolSync's objects are not among these: they have to lie beside the claim that they save.
        ("Schedule" or "Backup" or "BackupStorageLocation" or "VolumeSnapshotLocation", "velero.io") => Plane.Backup,
        ("Prometheus" or "PrometheusAgent" or "Alertmanager" or "ThanosRuler", "monitoring.coreos.com") => Plane.Observability,
        ("LokiStack", "loki.grafana.com") or ("Grafana", _) or ("OpenTelemetryCollector", "opentelemetry.io") or ("TempoStack", _) or ("Jaeger", _) => Plane.Observability,
        _ => resource.Pods.Select(OfPod).FirstOrDefault(plane => plane is not null),
    };

    private static Plane? OfPod(PodTemplate pod)
    {
        Container[] main = [.. pod.Containers.Where(container => container.Role == ContainerRole.Main)];
        bool isBackupJob = pod.Workload.Kind is "Job" or "CronJob" && pod.Workload.Name.Contains("backup", StringComparison.Ordinal);
        return isBackupJob || main.Any(container => Is(container, BackupImage()) || Words(container).Any(word => BackupTool().IsMatch(word))) ? Plane.Backup
            : main.Any(container => Is(container, Exporter())) ? null
            : main.Any(container => Is(container, DatabaseImage())) ? Plane.Database
            : main.Any(container => Is(container, ObservabilityImage())) ? Plane.Observability
            : main.Any(container => Is(container, EdgeOrOperator())) ? null
            : LastingKinds.Contains(pod.Workload.Kind, StringComparer.Ordinal) ? Plane.Application
            : null;
    }

    private static bool Is(Container container, Regex name) => name.IsMatch(container.Image?.Repository.Split('/')[^1] ?? "");

    private static IEnumerable<string> Words(Container container) => container["command"].Texts.Concat(container["args"].Texts);

    [GeneratedRegex("^(redis|redis-stack.*|redis-sentinel|redis-cluster|valkey.*|keydb|dragonfly|postgres.*|postgis|spilo.*|pgbouncer|pgpool.*|mysql.*|mariadb.*|mongo|mongodb.*|memcached)$")]
    private static partial Regex DatabaseImage();

    [GeneratedRegex("velero|restic|pgbackrest|barman|wal-g|kopia|k8up|backup")]
    private static partial Regex BackupImage();

    [GeneratedRegex(@"\b(pg_dump|pg_dumpall|pg_basebackup|pgbackrest|barman|wal-g|restic|kopia|mysqldump)\b")]
    private static partial Regex BackupTool();

    [GeneratedRegex("prometheus|grafana|^loki|alertmanager|promtail|^tempo|opentelemetry-collector|^otel|fluent|^vector$|elasticsearch|opensearch|kibana|jaeger|node-exporter|kube-state-metrics|thanos|mimir|alloy|victoria")]
    private static partial Regex ObservabilityImage();

    [GeneratedRegex("exporter$|_exporter")]
    private static partial Regex Exporter();

    [GeneratedRegex("^traefik|^nginx-ingress|ingress|^haproxy|^envoy|cloudflared|operator|controller|external-dns|reloader|pause|vault-agent")]
    private static partial Regex EdgeOrOperator();
}
