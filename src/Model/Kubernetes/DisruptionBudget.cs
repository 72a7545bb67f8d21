using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// How many pods may be evicted at once, as a node is drained. See
/// https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets.
/// </summary>
public sealed class DisruptionBudget : Subject
{
    internal DisruptionBudget(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    /// <summary>Where it says how many: <c>maxUnavailable</c> or <c>minAvailable</c>; the API server takes no more than one.</summary>
    public Node Limit => Node["spec.minAvailable"] is { Exists: true } least ? least : Node["spec.maxUnavailable"];

    /// <summary>The workloads whose pods it selects.</summary>
    public IEnumerable<Resource> Workloads =>
        Environment.NamespaceNamed(Resource.Namespace)?.Resources.Where(Covers) ?? [];

    /// <summary>
    /// It selects the workload's pods, by the labels of their template or those that the workload's own selector asks
    /// for, which the API server makes sure they have.
    /// </summary>
    public bool Covers(Resource workload) =>
        workload.Environment == Environment
        && workload.Namespace == Resource.Namespace
        && (workload.Pods.Any(pod => Selects(pod.Labels)) || (workload.IsReplicated && Selects(workload.SelectedLabels)));

    /// <summary>
    /// How many of so many healthy pods may be evicted; null when it says nothing that can be counted
    /// (https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/disruption/disruption.go).
    /// </summary>
    public long? AllowedOf(long pods) => CountOrPercent.Of(Limit) switch
    {
        null => null,
        var limit when Limit.Name == "minAvailable" => Math.Max(0, pods - limit.RoundedUp(pods)),
        var limit => Math.Min(pods, limit.RoundedUp(pods)),
    };

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Resource.Description;

    /// <summary>
    /// None without a selector; an empty one selects all, but none before <c>policy/v1</c>
    /// (https://kubernetes.io/docs/reference/using-api/deprecation-guide/#poddisruptionbudget-v125).
    /// </summary>
    private bool Selects(Labels labels)
    {
        LabelSelector selector = new(Node["spec.selector"]);
        bool selectsAny = selector.IsEmpty
            ? selector.Node.IsMapping && Resource.Version == "v1"
            : labels.Node.Exists;
        return selectsAny && selector.Matches(labels);
    }
}
