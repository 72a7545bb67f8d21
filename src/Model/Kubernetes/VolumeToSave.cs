using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A volume, or those that a template makes, as backup programs choose them.</summary>
/// <param name="Environment">Where it belongs.</param>
/// <param name="Namespace">Where it lies.</param>
/// <param name="IsNamed">Whether a claim of that name is meant.</param>
/// <param name="LabelPlaces">Where the labels of the claim are written.</param>
/// <param name="Annotations">Of the claim.</param>
internal sealed record VolumeToSave(
    Environment Environment, string Namespace, Predicate<string> IsNamed, IEnumerable<Node> LabelPlaces, Labels Annotations)
{
    /// <summary>A claim, or a template of a StatefulSet, which numbers its claims.</summary>
    public static VolumeToSave Of(StorageClaim claim) => claim.Resource.Kind == "PersistentVolumeClaim"
        ? new(claim.Environment, claim.Resource.Namespace, name => name == claim.Resource.Name, [claim.Resource["metadata.labels"]], claim.Resource.Annotations)
        : OfTemplate(claim.Resource, claim.Node.Parent);

    /// <summary>The data of a PostgreSQL; operators name claims after the cluster and a number.</summary>
    public static VolumeToSave Of(PostgresCluster cluster) => cluster.Operator == PostgresOperator.None
        ? OfTemplate(cluster.Resource, cluster["spec.volumeClaimTemplates[0]"])
        : new(
            cluster.Environment,
            cluster.Namespace,
            name => name.StartsWith($"{cluster.Name}-", StringComparison.Ordinal) || name.StartsWith($"pgdata-{cluster.Name}-", StringComparison.Ordinal),
            [cluster["spec.inheritedMetadata.labels"], cluster["metadata.labels"]],
            new(cluster["spec.inheritedMetadata.annotations"]));

    /// <summary>
    /// The claims carry the labels of their template and of the StatefulSet's selector
    /// (https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/statefulset/stateful_set_utils.go).
    /// </summary>
    private static VolumeToSave OfTemplate(Resource workload, Node template)
    {
        string prefix = $"{template["metadata.name"].Text}-{workload.Name}-";
        return new(
            workload.Environment,
            workload.Namespace,
            name => name.StartsWith(prefix, StringComparison.Ordinal) && name[prefix.Length..].All(char.IsAsciiDigit),
            [template["metadata.labels"], workload["spec.selector.matchLabels"]],
            new(template["metadata.annotations"]))
        {
            Template = (workload, template["metadata.name"].Text),
        };
    }

    public bool Matches(Node selector) => LabelPlaces.Any(labels => new LabelSelector(selector).Matches(new(labels)));

    public bool HasLabel(string name, string value) => LabelPlaces.Any(labels => labels.Field(name).Text == value);

    /// <summary>The pods that mount it, and what they call it; those of a StatefulSet call it as its template.</summary>
    public IEnumerable<(PodTemplate Pod, string Name)> Mounts => Template is { } template
        ? template.Workload.Pods.Select(pod => (pod, template.Name))
        : Environment.Pods
            .Where(pod => pod.Namespace == Namespace)
            .SelectMany(pod => pod.Volumes)
            .Where(volume => IsNamed(volume.ClaimName))
            .Select(volume => (volume.Pod, volume.Name));

    private (Resource Workload, string Name)? Template { get; init; }
}
