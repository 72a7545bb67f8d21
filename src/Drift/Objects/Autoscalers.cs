using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Drift.Objects;

/// <summary>
/// Workloads whose replicas an autoscaler decides on
/// (<see href="https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/">HorizontalPodAutoscaler</see>,
/// <see href="https://keda.sh/docs/latest/reference/scaledobject-spec/">ScaledObject</see>).
/// </summary>
internal sealed class Autoscalers
{
    private readonly HashSet<(string Namespace, string Kind, string Name)> scaled;

    public Autoscalers(Environment environment, Snapshot snapshot)
    {
        IEnumerable<Node> git = environment.Resources.Where(resource => IsOne(resource.Kind)).Select(resource => resource.Node);
        IEnumerable<Node> live = snapshot.Objects.Where(one => IsOne(one.Kind)).Select(one => one.Root);
        scaled = [.. git.Concat(live).Select(Target)];
    }

    public bool Scale(Resource resource) => scaled.Contains((resource.Namespace, resource.Kind, resource.Name));

    private static bool IsOne(string kind) => kind is "HorizontalPodAutoscaler" or "ScaledObject";

    private static (string, string, string) Target(Node autoscaler)
    {
        Node target = autoscaler["spec.scaleTargetRef"];
        string ns = autoscaler["metadata.namespace"].Text;
        string kind = target["kind"].Text;
        return (ns.Length > 0 ? ns : "default", kind.Length > 0 ? kind : "Deployment", target["name"].Text);
    }
}
