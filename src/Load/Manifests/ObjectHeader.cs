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
    public string Group => GroupOf(ApiVersion);

    public static string GroupOf(string apiVersion)
    {
        int slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : apiVersion[..slash];
    }

    public override string ToString() => Namespace.Length > 0 ? $"{Kind} {Namespace}/{Name}" : $"{Kind} {Name}";
}
