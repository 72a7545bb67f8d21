using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What says on which nodes pods run, of a workload or of an operator's object.
/// See https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/.
/// </summary>
public sealed class Placement : Subject
{
    /// <summary>
    /// Labels and taints that nodes have by themselves: they say what a node is, not whose it is
    /// (https://kubernetes.io/docs/reference/labels-annotations-taints/).
    /// </summary>
    private static readonly string[] OrdinaryLabels =
    [
        "kubernetes.io/os", "kubernetes.io/arch", "kubernetes.io/hostname", "beta.kubernetes.io/", "topology.kubernetes.io/",
        "failure-domain.beta.kubernetes.io/", "node.kubernetes.io/instance-type", "node.kubernetes.io/windows-build",
        "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable", "node.kubernetes.io/unschedulable",
        "node.kubernetes.io/memory-pressure", "node.kubernetes.io/disk-pressure", "node.kubernetes.io/pid-pressure",
        "node.kubernetes.io/network-unavailable", "node.kubernetes.io/out-of-service",
        "node-role.kubernetes.io/worker", "node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master", "karpenter.sh/capacity-type",
        "eks.amazonaws.com/capacityType", "kubernetes.azure.com/mode",
    ];

    private readonly string root;

    private Placement(Resource resource, Node node, string root)
        : base(resource.Environment, node)
    {
        this.root = root;
        Resource = resource;
        NodeSelector = node[$"{root}nodeSelector"];
        Affinity = node[root == "affinity." || resource.Is("postgresql", "acid.zalan.do") ? $"{root}nodeAffinity" : $"{root}affinity.nodeAffinity"];
        Tolerations = node[$"{root}tolerations"];
    }

    public Resource Resource { get; }

    public Node NodeSelector { get; }

    public Node Affinity { get; }

    public Node Tolerations { get; }

    /// <summary>
    /// Labels of the selector by which another entity on the cluster places pods too, each with that entity: nodes
    /// that both use are nobody's own.
    /// </summary>
    public ImmutableArray<(Node Label, string Entity)> Shared { get; private init; } = [];

    /// <summary>It runs on every node by trade.</summary>
    public bool IsNodeAgent => Resource.Kind == "DaemonSet";

    /// <summary>
    /// What keeps the pods to nodes of a kind of their own: a label that is asked for in the selector, or by each term
    /// of the required affinity, of which one is enough for the scheduler.
    /// </summary>
    public ImmutableArray<Node> Bindings
    {
        get
        {
            ImmutableArray<Node> labels = [.. NodeSelector.Fields.Where(label => IsOwn(label.Name))];
            Node[][] terms = [.. Affinity["requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms"].Items.Select(Asked)];
            return terms.Length > 0 && terms.All(term => term.Length > 0) ? [.. labels, .. terms.SelectMany(term => term)] : labels;
        }
    }

    /// <summary>
    /// The tolerations of taints that somebody put there, not of those that the node controller sets
    /// (https://kubernetes.io/docs/reference/labels-annotations-taints/).
    /// </summary>
    public IEnumerable<Node> OwnTolerations =>
        Tolerations.Items.Where(toleration => toleration["key"] is { IsScalar: true } key ? IsOwn(key.Text) : toleration["operator"].Text == "Exists");

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"placement of {Resource.Description}";

    internal static IEnumerable<Placement> In(Estate estate)
    {
        ImmutableArray<Placement> all = [.. estate.Resources.SelectMany(Of)];
        ILookup<(string, string), Environment> users = all
            .SelectMany(one => one.NodeSelector.Fields.Where(label => IsOwn(label.Name)).Select(label => (label.Name, label.Text, one.Environment)))
            .Distinct()
            .ToLookup(use => (use.Name, use.Text), use => use.Environment);
        return all.Select(one => one.With([.. one.NodeSelector.Fields.SelectMany(label => users[(label.Name, label.Text)]
            .Where(other => other.Entity.Length > 0 && other.Entity != one.Environment.Entity && one.Environment.MayShareClusterWith(other))
            .Select(other => (label, other.Entity))
            .Take(1))]));
    }

    private Placement With(ImmutableArray<(Node Label, string Entity)> shared) =>
        shared.IsEmpty ? this : new(Resource, Node, root) { Shared = shared };

    private static IEnumerable<Placement> Of(Resource resource) =>
        resource.Pods.Select(pod => new Placement(resource, pod.Spec, ""))
            .Concat(OperatorRoots(resource).Select(root => new Placement(resource, resource["spec"], root)));

    /// <summary>
    /// CloudNativePG (https://cloudnative-pg.io/documentation/current/scheduling/), Zalando
    /// (https://github.com/zalando/postgres-operator/blob/master/docs/user.md), the operators of Redis and of Prometheus.
    /// </summary>
    private static string[] OperatorRoots(Resource resource) => (resource.Kind, resource.Group) switch
    {
        ("Cluster", "postgresql.cnpg.io") => ["affinity."],
        ("postgresql", "acid.zalan.do") => [""],
        ("RedisFailover", "databases.spotahome.com") => ["redis.", "sentinel."],
        (_, "redis.redis.opstreelabs.in") or (_, "monitoring.coreos.com") when resource["spec"].IsMapping
            && resource.Kind is "Redis" or "RedisCluster" or "RedisReplication" or "RedisSentinel" or "Prometheus" or "PrometheusAgent" or "Alertmanager" or "ThanosRuler" => [""],
        _ => [],
    };

    private static Node[] Asked(Node term) =>
    [
        .. term["matchExpressions"].Items.Where(expression => IsOwn(expression["key"].Text)
            && (expression["operator"].Text == "Exists" || (expression["operator"].Text == "In" && expression["values"].Count > 0))),
    ];

    private static bool IsOwn(string label) => !OrdinaryLabels.Any(ordinary => label.StartsWith(ordinary, StringComparison.Ordinal));
}
