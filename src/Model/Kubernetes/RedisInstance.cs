using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Who runs a Redis.</summary>
public enum RedisOperator
{
    /// <summary>Nobody: a workload with an image of Redis, Valkey, KeyDB or Dragonfly.</summary>
    None,

    /// <summary>https://github.com/OT-CONTAINER-KIT/redis-operator</summary>
    Opstree,

    /// <summary>https://github.com/spotahome/redis-operator</summary>
    Spotahome,

    /// <summary>https://github.com/dragonflydb/dragonfly-operator</summary>
    Dragonfly,
}

/// <summary>
/// A Redis, or one of the servers that speak its language: one server or many, in whatever guise. Sentinels, which hold
/// no data, belong to the instance that they watch.
/// </summary>
public sealed class RedisInstance : DataStore
{
    private readonly Lazy<RedisSettings> settings;
    private readonly Lazy<RedisReplication> replication;

    internal RedisInstance(Resource resource, RedisOperator runBy, Estate estate)
        : base(resource, estate)
    {
        Operator = runBy;
        settings = new(() => RedisSettings.Of(this));
        replication = new(() => RedisReplication.Of(this));
    }

    public RedisOperator Operator { get; }

    public override long Instances => replication.Value.Instances;

    public override Node InstancesPlace => replication.Value.Place;

    public override string? ReplicationDefect => replication.Value.Defect;

    public override StoreSpread Spread => replication.Value.Spread;

    /// <summary>Whether it speaks TLS, and nothing else.</summary>
    public RedisTls Tls => RedisTls.Of(settings.Value);

    /// <summary>Whether it asks its clients who they are.</summary>
    public RedisLogin Login => RedisLogin.Of(settings.Value);

    public override string Description => $"Redis {Resource.Description}";

    internal override int DefaultPort => 6379;

    internal override IEnumerable<Exposure> OperatorExposures => RedisOperators.Exposures(this);

    internal override bool IsServer(Container container) => RedisInstances.IsServer(container);

    private protected override IEnumerable<PodGroup> FindPods() => RedisOperators.Pods(this);

    private protected override IEnumerable<string> OperatorServiceNames => RedisOperators.ServiceNames(this);
}

/// <summary>Where Redis runs.</summary>
internal static partial class RedisInstances
{
    private const string Opstree = "redis.redis.opstreelabs.in";

    public static IEnumerable<RedisInstance> In(Resource resource, Estate estate) =>
        OperatorOf(resource) is { } runBy ? [new(resource, runBy, estate)] : [];

    /// <summary>Null for what is no Redis.</summary>
    private static RedisOperator? OperatorOf(Resource resource) => (resource.Kind, resource.Group) switch
    {
        ("Redis" or "RedisCluster" or "RedisReplication", Opstree) => RedisOperator.Opstree,
        ("RedisFailover", "databases.spotahome.com") => RedisOperator.Spotahome,
        ("Dragonfly", "dragonflydb.io") => RedisOperator.Dragonfly,
        var (kind, _) when PostgresClusters.ServerKinds.Contains(kind, StringComparer.Ordinal) && resource.Pods.Any(IsServer) => RedisOperator.None,
        _ => null,
    };

    private static bool IsServer(PodTemplate pod) => pod.Containers.Any(IsServer);

    /// <summary>It has the image of a server, and is told to be neither a Sentinel nor a client.</summary>
    public static bool IsServer(Container container)
    {
        string command = string.Join(' ', container["command"].Texts.Concat(container["args"].Texts));
        return container.Role is ContainerRole.Main or ContainerRole.Sidecar
            && ServerImage().IsMatch(container.Image?.Repository.Split('/')[^1] ?? "")
            && (Server().IsMatch(command) || !OtherThanServer().IsMatch(command))
            && !container.Name.Contains("sentinel", StringComparison.Ordinal)
            && !Sentinel().IsMatch(command);
    }

    /// <summary>The last part of the repository; not <c>redis-exporter</c>, <c>redis-operator</c>, <c>redis-sentinel</c>.</summary>
    [GeneratedRegex("^(redis|redis-stack|redis-stack-server|redis-cluster|redis-ha|valkey|valkey-cluster|valkey-bundle|keydb|dragonfly)(-?[0-9]+)?$")]
    private static partial Regex ServerImage();

    [GeneratedRegex("(redis|valkey|keydb)-server|start-(master|replica|node)")]
    private static partial Regex Server();

    [GeneratedRegex(@"\b(redis|valkey|keydb)-(cli|benchmark)\b|\bsleep\b")]
    private static partial Regex OtherThanServer();

    [GeneratedRegex(@"\b(redis|valkey|keydb)-sentinel\b|--sentinel\b|sentinel\.conf\s*$|start-sentinel")]
    private static partial Regex Sentinel();
}
