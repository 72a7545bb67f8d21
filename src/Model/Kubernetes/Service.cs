using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A Service. See https://kubernetes.io/docs/concepts/services-networking/service/.</summary>
public sealed class Service : Subject
{
    internal Service(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    public string Name => Resource.Name;

    public string Namespace => Resource.Namespace;

    /// <summary>Its name with its namespace, to tell it from all others of its environment.</summary>
    internal string FullName => FullNameOf(Namespace, Name);

    internal static string FullNameOf(string ns, string name) => $"{ns}/{name}";

    /// <summary>ClusterIP unless it says otherwise.</summary>
    public string Type => Node["spec.type"] is { IsScalar: true } type ? type.Text : "ClusterIP";

    public Node Selector => field ??= Node["spec.selector"];

    /// <summary>The labels that it selects pods by.</summary>
    internal Node[] WantedLabels => field ??= [.. Selector.Fields];

    /// <summary>The annotation that keeps its load balancer inside the own network, or null.</summary>
    public Node? InternalAnnotation => LoadBalancers.InternalBy(Resource.Annotations);

    /// <summary>The annotation that gives its load balancer a certificate to end TLS with, or null.</summary>
    public Node? CertificateAnnotation => LoadBalancers.CertificateBy(Resource.Annotations);

    public IEnumerable<Node> Ports => Node["spec.ports"].Items;

    /// <summary>The pods that it sends traffic to; none when it has no selector.</summary>
    public IEnumerable<PodTemplate> Pods =>
        Selector.Count == 0
            ? []
            : Environment.NamespaceNamed(Namespace) is { } ns ? Candidates(ns).Where(Selects) : [];

    /// <summary>The routes of its environment that lead to it.</summary>
    public IEnumerable<RouteBackend> RouteBackends => Environment.RouteBackends
        .Where(backend => backend.Namespace == Namespace && backend.ServiceName.Text == Name);

    /// <summary>Those with the first label of the selector, unless a controller may add it later.</summary>
    private IEnumerable<PodTemplate> Candidates(Namespace ns) =>
        WantedLabels[0] is var first && PodTemplate.IsAddedLater(first.Name) ? ns.Pods : ns.PodsWith(first.Name, first.Text);

    private bool Selects(PodTemplate pod) =>
        WantedLabels.All(wanted => pod.Labels[wanted.Name] == wanted.Text || pod.WillCarry(wanted.Name, wanted.Text));

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Resource.Description;
}
