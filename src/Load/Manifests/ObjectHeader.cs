using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>What every Kubernetes object says of itself; empty texts for what is missing.</summary>
internal readonly record struct ObjectHeader(string ApiVersion, string Kind, string Namespace, string Name)
{
    public static ObjectHeader Of(Node root)
    {
        Node metadata = root.Field("metadata");
        return new(
            root.Field("apiVersion").Text,
            root.Field("kind").Text,
            metadata.Field("namespace").Text,
            metadata.Field("name").Text);
    }

    /// <summary><c>apps</c> for <c>apps/v1</c>, empty for <c>v1</c>.</summary>
    public string Group
    {
        get
        {
            int slash = ApiVersion.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 ? "" : ApiVersion[..slash];
        }
    }

    /// <summary>The same object whatever version it is written in.</summary>
    public (string Group, string Kind, string Namespace, string Name) Identity => (Group, Kind, Namespace, Name);

    public override string ToString() => Namespace.Length > 0 ? $"{Kind} {Namespace}/{Name}" : $"{Kind} {Name}";
}
