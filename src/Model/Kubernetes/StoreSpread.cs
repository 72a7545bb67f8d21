using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>How strongly pods keep off each other's node or zone, weakest first.</summary>
public enum Spreading
{
    None,

    /// <summary>It is decided by the configuration of an operator that git does not hold.</summary>
    Unknown,

    /// <summary>Where there is room.</summary>
    Preferred,

    /// <summary>Rather none than two together.</summary>
    Required,
}

/// <summary>Whether the servers of a database run apart.</summary>
/// <param name="Spreading">How strongly.</param>
/// <param name="Place">What says so, or would have to.</param>
public sealed record StoreSpread(Spreading Spreading, Node Place)
{
    /// <summary>The weaker of several, which counts.</summary>
    internal static StoreSpread Weakest(IEnumerable<StoreSpread> parts) => parts.MinBy(part => part.Spreading)!;

    /// <summary>What any of several workloads says of the pods: it is enough that one keeps off the other.</summary>
    internal static StoreSpread OfWorkloads(IReadOnlyCollection<Resource> workloads, IReadOnlyCollection<PodGroup> pods) =>
        workloads.Select(workload => Of(workload.Pods[0].Spec, pods)).MaxBy(spread => spread.Spreading)!;

    /// <summary>
    /// What anti-affinity and spread constraints say; only those that mean the pods themselves.
    /// See https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity,
    /// https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/.
    /// </summary>
    /// <param name="spec">Holds <c>affinity</c> and <c>topologySpreadConstraints</c>.</param>
    /// <param name="pods">The pods that they are for.</param>
    internal static StoreSpread Of(Node spec, IReadOnlyCollection<PodGroup> pods) =>
        Of(spec["affinity.podAntiAffinity"], spec["topologySpreadConstraints"], pods);

    internal static StoreSpread Of(Node antiAffinity, Node constraints, IReadOnlyCollection<PodGroup> pods) =>
        antiAffinity["requiredDuringSchedulingIgnoredDuringExecution"].Items
            .Where(term => Means(term, pods))
            .Select(term => new StoreSpread(Spreading.Required, term))
            .Concat(antiAffinity["preferredDuringSchedulingIgnoredDuringExecution"].Items
                .Where(term => Means(term["podAffinityTerm"], pods))
                .Select(term => new StoreSpread(Spreading.Preferred, term)))
            .Concat(constraints.Items
                .Where(constraint => Means(constraint, pods))
                .Select(constraint => new StoreSpread(
                    constraint["whenUnsatisfiable"].Text == "ScheduleAnyway" ? Spreading.Preferred : Spreading.Required, constraint)))
            .OrderByDescending(spread => spread.Spreading)
            .FirstOrDefault() ?? new(Spreading.None, antiAffinity);

    /// <summary>Without a selector it means no pod at all.</summary>
    private static bool Means(Node term, IReadOnlyCollection<PodGroup> pods) =>
        term["topologyKey"].Text.Length > 0
        && term["labelSelector"].IsMapping
        && pods.Any(group => new LabelSelector(term["labelSelector"]).Matches(group.Labels));
}
