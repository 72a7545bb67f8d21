using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Pods that an operator makes from a field of its own, not from a template in git. Its node is that field.</summary>
public sealed class OperatorPods : Subject
{
    internal OperatorPods(Resource resource, Node resources)
        : base(resource.Environment, resources)
    {
        Resource = resource;
    }

    /// <summary>The object that the operator serves.</summary>
    public Resource Resource { get; }

    /// <summary>An amount of theirs, such as <c>limits.memory</c>, there or not.</summary>
    public Node Amount(string amount) => Node[amount];

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"{Node.Path} of {Resource.Description}";

    /// <summary>
    /// Where each kind takes the resources of the pods it makes. Of the path, <c>[]</c> is every item; with a <c>?</c> at
    /// its end a part counts only where it is written, as operators make such pods only then.
    /// </summary>
    private static readonly Dictionary<(string Kind, string Group), string[]> Fields = new()
    {
        // https://cloudnative-pg.io/documentation/current/resource_management/
        [("Cluster", "postgresql.cnpg.io")] = ["spec.resources"],

        // https://github.com/zalando/postgres-operator/blob/master/docs/reference/cluster_manifest.md
        [("postgresql", "acid.zalan.do")] = ["spec.resources", "spec.connectionPooler?.resources", "spec.sidecars[].resources"],

        // https://access.crunchydata.com/documentation/postgres-operator/latest/references/crd/
        [("PostgresCluster", "postgres-operator.crunchydata.com")] = CrunchyFields,
        [("PerconaPGCluster", "pgv2.percona.com")] = CrunchyFields,

        // https://github.com/OT-CONTAINER-KIT/redis-operator
        [("Redis", Opstree)] = ["spec.kubernetesConfig.resources", "spec.redisExporter?.resources", "spec.sidecars[].resources"],
        [("RedisReplication", Opstree)] = ["spec.kubernetesConfig.resources", "spec.redisExporter?.resources", "spec.sidecars[].resources"],
        [("RedisSentinel", Opstree)] = ["spec.kubernetesConfig.resources", "spec.redisExporter?.resources", "spec.sidecars[].resources"],

        // https://github.com/spotahome/redis-operator
        [("RedisFailover", "databases.spotahome.com")] =
            ["spec.redis.resources", "spec.sentinel.resources", "spec.redis.exporter?.resources", "spec.sentinel.exporter?.resources"],

        // https://www.dragonflydb.io/docs/managing-dragonfly/operator/dragonfly-configuration
        [("Dragonfly", "dragonflydb.io")] = ["spec.resources"],

        // https://prometheus-operator.dev/docs/api-reference/api/
        [("Prometheus", "monitoring.coreos.com")] = ["spec.resources"],
        [("PrometheusAgent", "monitoring.coreos.com")] = ["spec.resources"],
        [("Alertmanager", "monitoring.coreos.com")] = ["spec.resources"],
        [("ThanosRuler", "monitoring.coreos.com")] = ["spec.resources"],

        // https://docs.victoriametrics.com/operator/api/
        [("VMSingle", "operator.victoriametrics.com")] = ["spec.resources"],
        [("VMAgent", "operator.victoriametrics.com")] = ["spec.resources"],
        [("VMAlert", "operator.victoriametrics.com")] = ["spec.resources"],
        [("VMAlertmanager", "operator.victoriametrics.com")] = ["spec.resources"],

        // https://opentelemetry.io/docs/platforms/kubernetes/operator/
        [("OpenTelemetryCollector", "opentelemetry.io")] = ["spec.resources"],

        // https://www.rabbitmq.com/kubernetes/operator/using-operator#resource-reqs
        [("RabbitmqCluster", "rabbitmq.com")] = ["spec.resources"],

        // https://strimzi.io/docs/operators/latest/configuring
        [("Kafka", "kafka.strimzi.io")] = ["spec.kafka.resources", "spec.zookeeper?.resources"],
        [("KafkaNodePool", "kafka.strimzi.io")] = ["spec.resources"],
        [("KafkaConnect", "kafka.strimzi.io")] = ["spec.resources"],

        // https://min.io/docs/minio/kubernetes/upstream/reference/operator-crd.html
        [("Tenant", "minio.min.io")] = ["spec.pools[].resources"],

        // https://www.keycloak.org/operator/advanced-configuration
        [("Keycloak", "k8s.keycloak.org")] = ["spec.resources"],

        // https://github.com/mariadb-operator/mariadb-operator/blob/main/docs/api_reference.md
        [("MariaDB", "k8s.mariadb.com")] = ["spec.resources"],

        // https://docs.percona.com/percona-operator-for-mongodb/operator.html
        [("PerconaServerMongoDB", "psmdb.percona.com")] = ["spec.replsets[].resources"],
    };

    private const string Opstree = "redis.redis.opstreelabs.in";

    private static string[] CrunchyFields =>
        ["spec.instances[].resources", "spec.proxy?.pgBouncer?.resources", "spec.backups.pgbackrest.repoHost?.resources"];

    internal static IEnumerable<OperatorPods> In(Resource resource) =>
        (resource.Is("Pooler", "postgresql.cnpg.io") ? OfPooler(resource)
            : resource.Is("RedisCluster", Opstree) ? OfRedisCluster(resource)
            : Fields.GetValueOrDefault((resource.Kind, resource.Group), []).SelectMany(path => Places(resource.Node, path)))
        .Select(place => new OperatorPods(resource, place));

    /// <summary>Like <see cref="FieldPlaces"/>, but what is missing at the end is a place too.</summary>
    private static IEnumerable<Node> Places(Node root, string path)
    {
        string[] steps = path.Split('.');
        IEnumerable<Node> places = [root];
        foreach (string step in steps)
        {
            places = step switch
            {
                [.. var list, '[', ']'] => places.SelectMany(place => place[list].Items),
                [.. var part, '?'] => places.Select(place => place[part]).Where(place => place.Exists && !place["enabled"].IsFalse),
                _ => places.Select(place => place[step]),
            };
        }

        return places;
    }

    /// <summary>https://cloudnative-pg.io/documentation/current/connection_pooling/#pod-templates</summary>
    private static IEnumerable<Node> OfPooler(Resource pooler)
    {
        Node containers = pooler["spec.template.spec.containers"];
        return [containers.Items.FirstOrDefault(one => one["name"].Text == "pgbouncer", containers[containers.Count])["resources"]];
    }

    /// <summary>Leaders and followers have resources of their own, or share those of all.</summary>
    private static IEnumerable<Node> OfRedisCluster(Resource cluster)
    {
        Node shared = cluster["spec.kubernetesConfig.resources"];
        return new[] { cluster["spec.redisLeader.resources"], cluster["spec.redisFollower.resources"] }
            .Select(own => own.Exists ? own : shared)
            .DistinctBy(place => place.Path)
            .Concat(Places(cluster.Node, "spec.redisExporter?.resources"));
    }
}
