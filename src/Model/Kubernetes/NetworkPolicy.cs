using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A NetworkPolicy. Policies only ever allow: a pod that any policy selects for a direction is closed in it but for the
/// sum of what its policies allow. See https://kubernetes.io/docs/concepts/services-networking/network-policies/.
/// </summary>
public sealed class NetworkPolicy : Subject
{
    internal NetworkPolicy(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    public LabelSelector PodSelector => new(Node["spec.podSelector"]);

    /// <summary>It speaks of every pod of its namespace.</summary>
    public bool SelectsAll => PodSelector.IsEmpty;

    /// <summary>Ingress unless it says otherwise; the API server fills that in.</summary>
    public bool CoversIngress =>
        Node["spec.policyTypes"] is { IsSequence: true, Count: > 0 } types ? types.Texts.Contains("Ingress") : true;

    /// <summary>When it says so or, where it does not say, when it has egress rules.</summary>
    public bool CoversEgress =>
        Node["spec.policyTypes"] is { IsSequence: true, Count: > 0 } types
            ? types.Texts.Contains("Egress")
            : Node["spec.egress"].Exists;

    public IEnumerable<Node> IngressRules => CoversIngress ? Node["spec.ingress"].Items : [];

    public IEnumerable<Node> EgressRules => CoversEgress ? Node["spec.egress"].Items : [];

    /// <summary>The rules that let traffic in from anywhere: no peer named, every address or half of them, or every namespace.</summary>
    public IEnumerable<Node> OpenIngressRules => IngressRules.Where(rule => AllowsAnyone(rule["from"]));

    /// <summary>The rules that let traffic out to anywhere.</summary>
    public IEnumerable<Node> OpenEgressRules => EgressRules.Where(rule => AllowsAnyone(rule["to"]));

    /// <summary>The rules that limit neither peer nor port: they leave nothing of a default deny.</summary>
    public IEnumerable<Node> UnlimitedRules =>
        OpenIngressRules.Concat(OpenEgressRules).Where(rule => rule["ports"].Count == 0 || rule["ports"].Items.Any(IsEveryPort));

    /// <summary>It closes every pod of its namespace, in the directions that it covers, and allows nothing itself.</summary>
    public bool IsDenyAll => SelectsAll && !IngressRules.Any() && !EgressRules.Any();

    public bool Selects(PodTemplate pod) =>
        pod.Environment == Environment && pod.Namespace == Resource.Namespace && PodSelector.Matches(pod.Labels);

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Resource.Description;

    private static bool AllowsAnyone(Node peers) => peers.Count == 0 || peers.Items.Any(IsAnyone);

    private static bool IsAnyone(Node peer)
    {
        if (peer["ipBlock.cidr"] is { IsScalar: true } cidr)
        {
            return cidr.Text.Split('/') is [_, "0" or "1"];
        }

        return peer["namespaceSelector"].IsMapping
            && SelectsEveryNamespace(peer["namespaceSelector"])
            && new LabelSelector(peer["podSelector"]).IsEmpty;
    }

    /// <summary>By an empty selector, or by asking only for the name, which every namespace has as a label.</summary>
    private static bool SelectsEveryNamespace(Node selector) =>
        selector["matchLabels"].Count == 0
        && selector["matchExpressions"].Items.All(expression =>
            expression["key"].Text == "kubernetes.io/metadata.name" && expression["operator"].Text == "Exists");

    /// <summary>A protocol without a port means all of its ports.</summary>
    private static bool IsEveryPort(Node port) =>
        port["port"].IsMissing || (port["port"].Integer <= 1 && port["endPort"].Integer == 65535);
}
