using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One volume of a pod.</summary>
public sealed class Volume : Subject
{
    internal Volume(PodTemplate pod, Node node)
        : base(pod.Environment, node)
    {
        Pod = pod;
    }

    public PodTemplate Pod { get; }

    public string Name => Node["name"].Text;

    /// <summary>The claim that it mounts; empty for volumes of other types.</summary>
    public string ClaimName => Node["persistentVolumeClaim.claimName"].Text;

    /// <summary>What of the node it mounts; null for volumes of other types.</summary>
    public HostPath? HostPath => HostPath.Of(Node);

    /// <summary>The mounts of this volume, in any container.</summary>
    public IEnumerable<Node> Mounts =>
        Pod.Containers
            .SelectMany(container => container["volumeMounts"].Items)
            .Where(mount => mount["name"].Text == Name);

    public override ResourceReference Reference => Pod.Reference;

    public override string Description => $"volume {Name} of {Pod.Workload.Description}";
}
