using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Labels or annotations: names and texts.</summary>
public readonly record struct Labels(Node Node)
{
    /// <summary>The text of a label, or null.</summary>
    public string? this[string name] => Node.Field(name) is { IsScalar: true } label ? label.Text : null;

    public bool Has(string name) => Node.Field(name).Exists;

    /// <summary>The place of one label, there or not.</summary>
    public Node At(string name) => Node.Field(name);
}
