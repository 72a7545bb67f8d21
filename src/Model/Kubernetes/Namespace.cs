using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A namespace that is declared, as an object or by the descriptor, or that objects live in. Its node is the Namespace
/// object when there is one, else its name in the descriptor, else the <c>metadata.namespace</c> of the first object in
/// it.
/// </summary>
public sealed class Namespace : Subject
{
    private readonly Lazy<ILookup<(string Name, string Value), PodTemplate>> podsByLabel;
    private readonly Lazy<Resource?> maker;

    internal Namespace(Environment environment, string name, Node node, Resource? declaration, ImmutableArray<Resource> resources)
        : base(environment, node)
    {
        Name = name;
        Declaration = declaration;
        Resources = resources;
        Pods = [.. resources.SelectMany(resource => resource.Pods)];
        podsByLabel = new(() => Pods
            .SelectMany(pod => pod.Labels.Node.Fields.Select(label => (Label: (label.Name, label.Text), Pod: pod)))
            .ToLookup(labelled => labelled.Label, labelled => labelled.Pod));
        maker = new(() => Resources.FirstOrDefault(ObjectMakers.IsOne) ?? Environment.ChartsFor(Name).FirstOrDefault());
        NetworkPolicies = [.. resources
            .Where(resource => resource.Is("NetworkPolicy", "networking.k8s.io") || resource.Is("NetworkPolicy", "extensions"))
            .Select(resource => new NetworkPolicy(resource))];
        DisruptionBudgets = [.. resources
            .Where(resource => resource.Is("PodDisruptionBudget", "policy"))
            .Select(resource => new DisruptionBudget(resource))];
    }

    public string Name { get; }

    /// <summary>The Namespace object, or null when the estate does not hold it.</summary>
    public Resource? Declaration { get; }

    /// <summary>Where to point when the namespace as a whole is meant.</summary>
    public Node Place => Declaration is null ? Node : Node["metadata.name"];

    public ImmutableArray<Resource> Resources { get; }

    public ImmutableArray<PodTemplate> Pods { get; }

    /// <summary>The pods whose template has the label.</summary>
    internal IEnumerable<PodTemplate> PodsWith(string label, string value) => podsByLabel.Value[(label, value)];

    /// <summary>What LimitRanges say of containers.</summary>
    internal IReadOnlyList<Node> ContainerLimits => field ??=
    [
        .. OfKind("LimitRange").SelectMany(range => range["spec.limits"].Items).Where(limit => limit["type"].Text == "Container"),
    ];

    /// <summary>The pods that its objects make.</summary>
    internal IReadOnlyList<MadePods> MadePods => field ??= [.. Resources.SelectMany(Workloads.PodsOf)];

    /// <summary>They add up: what any of them allows is allowed.</summary>
    public ImmutableArray<NetworkPolicy> NetworkPolicies { get; }

    public ImmutableArray<DisruptionBudget> DisruptionBudgets { get; }

    /// <summary>Its labels, with the one that the API server adds. Only that one is known where no object declares it.</summary>
    public Labels Labels => new(Node[Declaration is null ? "metadata" : "metadata.labels"], Name);

    public bool Matches(LabelSelector selector) => selector.Matches(Labels);

    /// <summary>
    /// An object that has others made in the namespace which git does not hold, such as a chart or an operator's, or null
    /// without one.
    /// </summary>
    public Resource? Maker => maker.Value;

    /// <summary>
    /// Why what is not found among the manifests may be in the cluster all the same: something makes objects there, or
    /// the namespace is none that a descriptor claims and holds nothing of the sort. Null when it is missing.
    /// </summary>
    /// <param name="holdsSuch">The manifests hold others of the sort in this namespace.</param>
    public string? MayHoldMore(bool holdsSuch) =>
        Maker is { } maker ? $"{maker.Description} makes objects in namespace {Name} that git does not hold"
        : Environment.IsDeclared || holdsSuch ? null
        : $"git holds nothing of the sort in namespace {Name}";

    public IEnumerable<Resource> OfKind(string kind) => Resources.Where(resource => resource.Kind == kind);

    public override ResourceReference Reference => new("v1", "Namespace", "", Name);

    public override string Description => $"Namespace {Name}";
}
