using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where kinds ask for persistent volumes.</summary>
internal static class StorageClaims
{
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["PersistentVolumeClaim"] = ["spec"],

        // https://cloudnative-pg.io/documentation/current/storage/
        ["Cluster"] = ["spec.storage", "spec.walStorage", "spec.tablespaces[].storage"],

        // https://github.com/zalando/postgres-operator/blob/master/docs/reference/cluster_manifest.md#volume-properties
        ["postgresql"] = ["spec.volume"],

        // https://access.crunchydata.com/documentation/postgres-operator/latest/references/crd/
        ["PostgresCluster"] = CrunchyFields,
        ["PerconaPGCluster"] = CrunchyFields,

        // https://github.com/spotahome/redis-operator#persistence
        ["RedisFailover"] = ["spec.redis.storage.persistentVolumeClaim.spec"],

        // https://www.rabbitmq.com/kubernetes/operator/using-operator#persistence
        ["RabbitmqCluster"] = ["spec.persistence"],
    };

    private static string[] CrunchyFields =>
    [
        "spec.instances[].dataVolumeClaimSpec",
        "spec.instances[].walVolumeClaimSpec",
        "spec.instances[].tablespaceVolumes[].dataVolumeClaimSpec",
        "spec.backups.pgbackrest.repos[].volume.volumeClaimSpec",
    ];

    /// <summary>
    /// StatefulSets and the kinds that copy their field; Elasticsearch; the operators of Prometheus and Redis, which
    /// keep one template under <c>spec.storage</c>.
    /// </summary>
    private static readonly string[] CommonFields =
    [
        "spec.volumeClaimTemplates[].spec",
        "spec.nodeSets[].volumeClaimTemplates[].spec",
        "spec.storage.volumeClaimTemplate.spec",
    ];

    /// <summary>https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes</summary>
    private const string EphemeralField = "ephemeral.volumeClaimTemplate.spec";

    public static IEnumerable<StorageClaim> In(Resource resource, Estate estate) =>
        Places(resource).Where(place => place.IsMapping).Select(place => new StorageClaim(resource, place, estate));

    private static IEnumerable<Node> Places(Resource resource) =>
        FieldPlaces.At(resource.Node, Fields.GetValueOrDefault(resource.Kind, []))
            .Concat(FieldPlaces.At(resource.Node, CommonFields))
            .Concat(resource.Pods.SelectMany(pod => pod.Volumes).Select(volume => volume[EphemeralField]));
}
