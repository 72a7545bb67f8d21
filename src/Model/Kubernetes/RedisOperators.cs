using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What the operators of Redis make of their objects: pods, Services, ways in.</summary>
internal static class RedisOperators
{
    private static readonly string[] SpotahomeRoles = ["master", "slave"];
    private static readonly string[] DragonflyRoles = ["master", "replica"];
    private static readonly string[] ClusterRoles = ["leader", "follower"];

    public static IEnumerable<PodGroup> Pods(RedisInstance redis) => redis.Operator switch
    {
        RedisOperator.Opstree => OpstreePods(redis),

        // https://github.com/spotahome/redis-operator/blob/master/operator/redisfailover/service/generator.go
        RedisOperator.Spotahome => SpotahomeRoles.Select(role => PodGroup.Made(
            "instances",
            redis["metadata.labels"],
            ("app.kubernetes.io/name", redis.Name),
            ("app.kubernetes.io/component", "redis"),
            ("app.kubernetes.io/part-of", "redis-failover"),
            ("app.kubernetes.io/managed-by", "redis-operator"),
            ("redisfailovers.databases.spotahome.com/name", redis.Name),
            ("redisfailovers-role", role))),

        // https://github.com/dragonflydb/dragonfly-operator/blob/main/internal/resources/resources.go
        RedisOperator.Dragonfly => DragonflyRoles.Select(role => PodGroup.Made(
            "instances",
            redis["spec.labels"],
            ("app", redis.Name),
            ("role", role),
            ("app.kubernetes.io/name", "dragonfly"),
            ("app.kubernetes.io/instance", redis.Name),
            ("app.kubernetes.io/part-of", "dragonfly"))),
        _ => PodGroup.Of("instances", redis.Resource),
    };

    public static IEnumerable<string> ServiceNames(RedisInstance redis) => redis.Operator switch
    {
        RedisOperator.Opstree => redis.Resource.Kind == "RedisCluster"
            ? ClusterRoles.SelectMany(role => OpstreeServices($"{redis.Name}-{role}")).Append($"{redis.Name}-master")
            : OpstreeServices(redis.Name),

        // https://github.com/spotahome/redis-operator#connection-to-the-created-redis-failovers
        RedisOperator.Spotahome => [$"rfs-{redis.Name}", $"rfr-{redis.Name}", $"rfrm-{redis.Name}", $"rfrs-{redis.Name}"],
        RedisOperator.Dragonfly => [redis.Name],
        _ => [],
    };

    public static IEnumerable<Exposure> Exposures(RedisInstance redis)
    {
        Node service = redis["spec.kubernetesConfig.service"];
        Node[] types = [service["serviceType"], service["additional.type"], redis["spec.serviceSpec.type"]];
        Node[] hostNetworks = [redis["spec.hostNetwork"], redis["spec.redis.hostNetwork"]];
        Node hostPort = redis["spec.hostPort"];
        return redis.Operator == RedisOperator.None ? []
            : types.Select(type => StoreExposures.OfType(type, "the Service that the operator makes")).OfType<Exposure>()
                .Concat(hostNetworks.Where(place => place.IsTrue).Select(place =>
                    new Exposure(place, "its pods listen on the addresses of their nodes", Closed: false)))
                .Concat(hostPort.Integer > 0 ? [new Exposure(hostPort, $"its pods take port {hostPort} of their nodes")] : []);
    }

    /// <summary>https://github.com/OT-CONTAINER-KIT/redis-operator/blob/main/internal/k8sutils/labels.go</summary>
    private static IEnumerable<PodGroup> OpstreePods(RedisInstance redis) => redis.Resource.Kind switch
    {
        "RedisCluster" => [OpstreeGroup(redis, "leader"), OpstreeGroup(redis, "follower")],
        "RedisReplication" => [PodGroup.Made("instances", redis["metadata.labels"], OpstreeLabels(redis.Name, "replication", "replication"))],
        _ => [PodGroup.Made("instances", redis["metadata.labels"], OpstreeLabels(redis.Name, "standalone", "standalone"))],
    };

    private static PodGroup OpstreeGroup(RedisInstance redis, string role) =>
        PodGroup.Made($"{role}s", redis["metadata.labels"], OpstreeLabels($"{redis.Name}-{role}", "cluster", role));

    private static (string Name, string Value)[] OpstreeLabels(string name, string setup, string role) =>
        [("app", name), ("redis_setup_type", setup), ("role", role)];

    private static IEnumerable<string> OpstreeServices(string name) =>
        [name, $"{name}-headless", $"{name}-additional", $"{name}-master", $"{name}-replica"];
}
