using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>How many servers a Redis has, where they run, and whether they hold the same data.</summary>
internal sealed partial record RedisReplication(long Instances, Node Place, string? Defect, StoreSpread Spread)
{
    private static readonly string[] ClusterRoles = ["redisLeader", "redisFollower"];

    public static RedisReplication Of(RedisInstance redis) => redis.Resource.Kind switch
    {
        "RedisFailover" => OfFailover(redis),
        "RedisCluster" => OfCluster(redis),
        "RedisReplication" => new(
            redis["spec.clusterSize"].Integer ?? 1, redis["spec.clusterSize"], Defect: null, StoreSpread.Of(redis["spec"], redis.Pods)),
        "Dragonfly" => new(
            redis["spec.replicas"].Integer ?? 1, redis["spec.replicas"], Defect: null, StoreSpread.Of(redis["spec"], redis.Pods)),
        "Redis" => new(1, redis["kind"], Defect: null, StoreSpread.Of(redis["spec"], redis.Pods)),
        _ => OfWorkload(redis),
    };

    /// <summary>
    /// Three of each unless it says otherwise, apart where there is room
    /// (https://github.com/spotahome/redis-operator/blob/master/operator/redisfailover/service/generator.go).
    /// </summary>
    private static RedisReplication OfFailover(RedisInstance redis)
    {
        Node spec = redis["spec.redis"];
        Node sentinels = redis["spec.sentinel.replicas"];
        bool isMajority = (sentinels.Integer ?? 3) >= 3;
        StoreSpread own = StoreSpread.Of(spec, redis.Pods);
        return new(
            spec["replicas"].Integer ?? 3,
            isMajority ? spec["replicas"] : sentinels,
            isMajority ? null : $"with {sentinels} of them the Sentinels have no majority once one is lost; it takes three",
            own.Spreading == Spreading.None && spec["affinity"].IsMissing ? new(Spreading.Preferred, spec) : own);
    }

    /// <summary>As many followers as leaders, unless either says otherwise; without followers a lost leader is lost data.</summary>
    private static RedisReplication OfCluster(RedisInstance redis)
    {
        long size = redis["spec.clusterSize"].Integer ?? 1;
        Node leaders = redis["spec.redisLeader.replicas"];
        Node followers = redis["spec.redisFollower.replicas"];
        long leading = leaders.Integer ?? size;
        long following = followers.Integer ?? size;
        return new(
            following == 0 ? 1 : leading + following,
            followers.Exists ? followers : redis["spec.clusterSize"],
            following >= leading ? null : $"{leading} leaders have {following} followers, so that not each has one",
            StoreSpread.Weakest(ClusterRoles.Select(role => StoreSpread.Of(redis["spec"][role], redis.Pods))));
    }

    /// <summary>
    /// The pods of a StatefulSet know themselves apart, so an image or a script that git does not hold may make one of them
    /// the primary of the others; pods of a Deployment cannot tell who is who.
    /// </summary>
    private static RedisReplication OfWorkload(RedisInstance redis)
    {
        Resource workload = redis.Resource;
        Resource[] partners = [.. StorePartners.Of(redis).Select(partner => partner.Resource)];
        return new(
            workload.Servers + partners.Sum(partner => partner.Servers),
            workload[workload.Kind == "Pod" ? "metadata.name" : "spec.replicas"],
            workload.Servers < 2 || partners.Length > 0 || workload.Kind == "StatefulSet" || PodTexts.Of(workload.Pods[0]).Any(text => Replication().IsMatch(text)) ? null
                : $"nothing in {workload.Description} replicates: each of its pods has data of its own",
            StoreSpread.OfWorkloads([workload, .. partners], redis.Pods));
    }

    [GeneratedRegex(@"\breplicaof\b|\bslaveof\b|sentinel|cluster-enabled\s+yes|redis-cluster|valkey-cluster|REPLICATION_MODE|CLUSTER_(ENABLED|REPLICAS|CREATOR)|MASTER_HOST|PRIMARY_HOST", RegexOptions.IgnoreCase)]
    private static partial Regex Replication();
}
