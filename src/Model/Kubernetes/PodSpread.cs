using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What keeps pods of one workload apart. Only what selects the pods themselves does: a rule about other labels says
/// nothing of them. See https://kubernetes.io/docs/concepts/scheduling-eviction/.
/// </summary>
public sealed class PodSpread
{
    private readonly PodTemplate pod;

    internal PodSpread(PodTemplate pod)
    {
        this.pod = pod;
    }

    /// <summary>
    /// The <c>topologySpreadConstraints</c> that count the pods
    /// (https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/).
    /// </summary>
    public IEnumerable<Node> Constraints => pod.Spec["topologySpreadConstraints"].Items.Where(SelectsThePods);

    /// <summary>
    /// The terms of <c>podAntiAffinity</c>, required or preferred, that keep the pods away from each other
    /// (https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity).
    /// </summary>
    public IEnumerable<Node> AntiAffinity =>
        AntiAffinityField["requiredDuringSchedulingIgnoredDuringExecution"].Items
            .Concat(AntiAffinityField["preferredDuringSchedulingIgnoredDuringExecution"].Items.Select(term => term["podAffinityTerm"]))
            .Where(SelectsThePods);

    /// <summary>The field <c>podAntiAffinity</c>, written or not.</summary>
    public Node AntiAffinityField => pod.Spec["affinity.podAntiAffinity"];

    /// <summary>A term without a selector selects nothing, one with an empty selector everything.</summary>
    private bool SelectsThePods(Node term) =>
        term["labelSelector"].IsMapping && new LabelSelector(term["labelSelector"]).Matches(pod.Labels);
}
