using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What sets the replicas of a workload by its load: a HorizontalPodAutoscaler
/// (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/), or a ScaledObject, of which KEDA makes one
/// (https://keda.sh/docs/latest/reference/scaledobject-spec/).
/// </summary>
public sealed class Autoscaler : Subject
{
    private Autoscaler(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    /// <summary>The fewest pods: one when it does not say; with KEDA none.</summary>
    public Node Minimum => Node[IsKeda ? "spec.minReplicaCount" : "spec.minReplicas"];

    /// <summary>The most pods.</summary>
    public Node Maximum => Node[IsKeda ? "spec.maxReplicaCount" : "spec.maxReplicas"];

    /// <summary>The most pods it may make; KEDA makes up to 100 unless told otherwise; null where nobody says.</summary>
    internal long? Most => Maximum.Integer ?? (IsKeda ? 100 : null);

    public long Least => Minimum.Integer ?? (IsKeda ? 0 : 1);

    /// <summary>Whose replicas it sets; its kind is Deployment where KEDA is not told.</summary>
    public Node TargetReference => Node["spec.scaleTargetRef"];

    /// <summary>The workload, or null when the environment does not hold it.</summary>
    public Resource? Target => Environment.Find(TargetKind, Resource.Namespace, TargetReference["name"].Text);

    private string TargetKind => TargetReference["kind"] is { IsScalar: true } kind ? kind.Text : "Deployment";

    private bool IsKeda => Resource.Kind == "ScaledObject";

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

    internal static IEnumerable<Autoscaler> In(Environment environment) =>
        environment.OfKind("HorizontalPodAutoscaler").Where(resource => resource.Group is "autoscaling")
            .Concat(environment.OfKind("ScaledObject").Where(resource => resource.Group is "keda.sh"))
            .Select(resource => new Autoscaler(resource));
}
