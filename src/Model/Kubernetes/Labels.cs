using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Labels or annotations: names and texts.</summary>
/// <param name="Node">Where they are written.</param>
/// <param name="NamespaceName">
/// Of a namespace, its name, which the API server makes the label <c>kubernetes.io/metadata.name</c>
/// (https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-metadata-name).
/// </param>
public sealed record Labels(Node Node, string? NamespaceName = null)
{
    private const string NamespaceLabel = "kubernetes.io/metadata.name";

    /// <summary>The text of a label, or null.</summary>
    public string? this[string name] =>
        NamespaceName is not null && name == NamespaceLabel ? NamespaceName
        : Node.Field(name) is { IsScalar: true } label ? label.Text
        : null;

    public bool Has(string name) => this[name] is not null;

    /// <summary>The place of one label, there or not.</summary>
    public Node At(string name) => Node.Field(name);
}
