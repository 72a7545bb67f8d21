using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Pods that an object makes, all alike.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Pod">Their template, or null when an operator makes them.</param>
/// <param name="Place">Where their amounts are written.</param>
/// <param name="Spec">Their spec, as far as there is one.</param>
/// <param name="Count">How many there may be at a time.</param>
internal sealed record MadePods(Resource Resource, PodTemplate? Pod, Node Place, Node Spec, long Count)
{
    /// <summary>No container asks for anything (https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/#besteffort).</summary>
    public bool IsBestEffort => Pod is not null && Pod.Containers.All(container => container["resources"].Count == 0);

    /// <summary>What one of them asks for; null where that is left open.</summary>
    public Quantity? Amount(string name) =>
        name == "pods" ? new Quantity(1)
        : Pod is null ? OfOperator(name)
        : PodAmounts.Of(Pod, name);

    private Quantity? OfOperator(string name)
    {
        string resource = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        bool isRequest = name.StartsWith("requests.", StringComparison.Ordinal);
        return PodAmounts.Parsed(Place[name])
            ?? (isRequest ? PodAmounts.Parsed(Place["limits"].Field(resource)) : null)
            ?? (isRequest ? PodAmounts.Default(Resource, "defaultRequest", resource) : null)
            ?? PodAmounts.Default(Resource, "default", resource);
    }
}

/// <summary>How many pods objects make.</summary>
internal static class Workloads
{
    public static IEnumerable<MadePods> PodsOf(Resource resource) => (resource.Kind, resource.Group) switch
    {
        ("Cluster", "postgresql.cnpg.io") => [OfOperator(resource, resource["spec.resources"], resource["spec.instances"].Integer ?? 1)],
        ("postgresql", "acid.zalan.do") => [OfOperator(resource, resource["spec.resources"], resource["spec.numberOfInstances"].Integer ?? 1)],
        ("RedisFailover", "databases.spotahome.com") =>
        [
            OfOperator(resource, resource["spec.redis.resources"], resource["spec.redis.replicas"].Integer ?? 3),
            OfOperator(resource, resource["spec.sentinel.resources"], resource["spec.sentinel.replicas"].Integer ?? 3),
        ],
        _ => resource.Pods.Select(pod => new MadePods(resource, pod, pod.Spec, pod.Spec, Count(resource))).Where(pods => pods.Count > 0),
    };

    private static MadePods OfOperator(Resource resource, Node resources, long count) => new(resource, null, resources, resource["spec"], count);

    /// <summary>A DaemonSet makes one for each node, of which there is at least one; templates make none by themselves.</summary>
    private static long Count(Resource resource) => resource.Kind switch
    {
        "Pod" or "DaemonSet" => 1,
        "PodTemplate" or "SandboxTemplate" => 0,
        "Job" => resource["spec.parallelism"].Integer ?? 1,
        "CronJob" => resource["spec.jobTemplate.spec.parallelism"].Integer ?? 1,
        "Pooler" => resource["spec.instances"].Integer ?? 1,
        _ => Math.Max(resource.Replicas, resource.MostReplicas),
    };
}
