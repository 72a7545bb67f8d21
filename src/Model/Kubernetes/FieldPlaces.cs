using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Fields that a kind may hold several times, such as <c>spec.instances[].dataVolumeClaimSpec</c>.</summary>
internal static class FieldPlaces
{
    private const string AnyItem = "[].";

    /// <summary>The places that exist at a path in which <c>[]</c> stands for every item of a list.</summary>
    public static IEnumerable<Node> At(Node root, string path)
    {
        int cut = path.IndexOf(AnyItem, StringComparison.Ordinal);
        return cut < 0
            ? new[] { root[path] }.Where(place => place.Exists)
            : root[path[..cut]].Items.SelectMany(item => At(item, path[(cut + AnyItem.Length)..]));
    }

    public static IEnumerable<Node> At(Node root, IEnumerable<string> paths) => paths.SelectMany(path => At(root, path));
}
