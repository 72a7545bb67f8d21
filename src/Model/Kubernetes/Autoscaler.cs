using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What changes the number of pods of a workload: a HorizontalPodAutoscaler
/// (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/) or a ScaledObject of KEDA
/// (https://keda.sh/docs/latest/reference/scaledobject-spec/).
/// </summary>
public sealed class Autoscaler : Subject
{
    private Autoscaler(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
        string kind = TargetPlace["kind"] is { IsScalar: true } written ? written.Text : "Deployment";
        Target = resource.Environment.Find(kind, resource.Namespace, TargetPlace["name"].Text);
    }

    public Resource Resource { get; }

    public Node Minimum => Node[IsKeda ? "spec.minReplicaCount" : "spec.minReplicas"];

    public Node Maximum => Node[IsKeda ? "spec.maxReplicaCount" : "spec.maxReplicas"];

    public Node TargetPlace => Node["spec.scaleTargetRef"];

    /// <summary>What it scales, or null when the environment does not hold it.</summary>
    public Resource? Target { get; }

    /// <summary>The resources whose use it looks at, <c>cpu</c> and <c>memory</c>; their requests are its measure.</summary>
    public ImmutableArray<string> Metrics =>
    [
        .. Node["spec.metrics"].Items.Select(metric => metric["resource.name"].Text + metric["containerResource.name"].Text)
            .Concat(Node["spec.triggers"].Items.Select(trigger => trigger["type"].Text))
            .Append(Node["spec.targetCPUUtilizationPercentage"].Exists ? "cpu" : "")
            .Where(name => name is "cpu" or "memory")
            .Distinct(StringComparer.Ordinal),
    ];

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Resource.Description;

    internal static IEnumerable<Autoscaler> In(Estate estate) =>
        estate.Resources
            .Where(resource => resource.Is("HorizontalPodAutoscaler") || resource.Is("ScaledObject", "keda.sh"))
            .Select(resource => new Autoscaler(resource));

    private bool IsKeda => Resource.Kind == "ScaledObject";
}
