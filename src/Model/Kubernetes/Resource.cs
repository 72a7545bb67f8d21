using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One object of the API, of whatever kind.</summary>
public sealed class Resource : Subject
{
    private readonly Lazy<ImmutableArray<PodTemplate>> pods;

    internal Resource(Environment environment, Node node)
        : base(environment, node)
    {
        ApiVersion = node["apiVersion"].Text;
        int slash = ApiVersion.IndexOf('/', StringComparison.Ordinal);
        Group = slash < 0 ? "" : ApiVersion[..slash];
        Version = ApiVersion[(slash + 1)..];
        Kind = node["kind"].Text;
        Name = node["metadata.name"] is { IsScalar: true } name ? name.Text : node["metadata.generateName"].Text;
        IsNamespaced = !environment.IsClusterScoped(Group, Kind);
        Namespace = IsNamespaced ? DeclaredNamespace(node) : "";
        pods = new(() => [.. PodTemplatePaths.In(Kind, Node).Select(template => new PodTemplate(this, template))]);
    }

    public string ApiVersion { get; }

    /// <summary>The API group; empty for the core group.</summary>
    public string Group { get; }

    public string Version { get; }

    public string Kind { get; }

    public string Name { get; }

    /// <summary>Where it lives, <c>default</c> when it does not say; empty for what lives in no namespace.</summary>
    public string Namespace { get; }

    public bool IsNamespaced { get; }

    public Labels Labels => new(Node["metadata.labels"]);

    public Labels Annotations => new(Node["metadata.annotations"]);

    /// <summary>The pods it makes: one for most workloads, none for other kinds.</summary>
    public ImmutableArray<PodTemplate> Pods => pods.Value;

    /// <summary>What it is there for, or null for what belongs to the edge, to the cluster or to another workload.</summary>
    public Plane? Plane => Planes.Of(this);

    /// <summary>
    /// How many pods it asks for: the replicas, one when not said
    /// (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/deployment-v1/#DeploymentSpec).
    /// </summary>
    public long Replicas => Node["spec.replicas"].Integer ?? 1;

    public override ResourceReference Reference => new(ApiVersion, Kind, Namespace, Name);

    public override string Description => Reference.ToString();

    /// <summary>Of that kind, whatever the version; the group only where it is given.</summary>
    public bool Is(string kind, string? group = null) => Kind == kind && (group is null || Group == group);

    private static string DeclaredNamespace(Node node) =>
        node["metadata.namespace"] is { IsScalar: true } declared ? declared.Text : "default";
}
