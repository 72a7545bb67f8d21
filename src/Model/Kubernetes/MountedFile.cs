using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A file that a container gets from a ConfigMap or a Secret.</summary>
/// <param name="Path">Where it will lie; a directory where git does not tell which files there will be.</param>
/// <param name="Text">What it says, or null where git does not tell.</param>
/// <param name="Place">Where it is written, else where it is asked for.</param>
/// <param name="IsSecret">It comes from a Secret.</param>
internal sealed record MountedFile(string Path, string? Text, Node Place, bool IsSecret)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>What it says; empty where git does not tell.</summary>
    public string Known => Text ?? "";
}

/// <summary>
/// Volumes of ConfigMaps and Secrets, alone or projected, with <c>items</c> and <c>subPath</c>.
/// See https://kubernetes.io/docs/concepts/storage/volumes/#configmap.
/// </summary>
internal static class MountedFiles
{
    /// <summary>Those of all containers of a pod that git holds: what one reads another may have copied for it.</summary>
    public static IEnumerable<MountedFile> ReadableIn(PodTemplate pod) => pod.Containers.SelectMany(ReadableIn);

    public static IEnumerable<MountedFile> ReadableIn(Container container) => container.Files.Where(file => file.Text is not null);

    public static IEnumerable<MountedFile> Of(Container container) =>
        container["volumeMounts"].Items.SelectMany(mount => container.Pod.Spec["volumes"].Items
            .Where(volume => volume["name"].Text == mount["name"].Text)
            .SelectMany(volume => Sources(volume))
            .SelectMany(source => Files(source, container))
            .Select(file => Mounted(file, mount))
            .OfType<MountedFile>());

    /// <summary>The volume itself, or what it is projected from: the part that names a ConfigMap or a Secret.</summary>
    private static IEnumerable<Node> Sources(Node volume) =>
        volume["projected.sources"].Items.Prepend(volume)
            .SelectMany(part => new[] { part["configMap"], part["secret"], part["csi"] })
            .Where(source => source.IsMapping);

    /// <summary>Paths within the volume.</summary>
    private static IEnumerable<MountedFile> Files(Node source, Container container)
    {
        Node name = source["secretName"].Exists ? source["secretName"] : source["name"];
        bool isSecret = source.Name != "configMap";
        IEnumerable<KeptText>? kept = source.Name switch
        {
            "configMap" => KeptTexts.OfConfigMap(container.Environment, container.Pod.Namespace, name.Text),
            "secret" => KeptTexts.OfSecret(container.Environment, container.Pod.Namespace, name.Text),
            _ => null,
        };
        return source["items"].Count > 0
            ? source["items"].Items.Select(item => Item(item, kept, isSecret))
            : kept?.Select(text => new MountedFile(text.Key, text.Text, text.Place, isSecret))
                ?? [new MountedFile("", null, name.Exists ? name : source, isSecret)];
    }

    private static MountedFile Item(Node item, IEnumerable<KeptText>? kept, bool isSecret) =>
        kept?.FirstOrDefault(text => text.Key == item["key"].Text) is { } found
            ? new(item["path"].Text, found.Text, found.Place, isSecret)
            : new(item["path"].Text, null, item["key"], isSecret);

    /// <summary>Null for a file beside the one that <c>subPath</c> picks.</summary>
    private static MountedFile? Mounted(MountedFile file, Node mount)
    {
        string at = mount["mountPath"].Text.TrimEnd('/');
        string picked = mount["subPath"].Text.Trim('/');
        return picked.Length == 0 ? file with { Path = file.Path.Length == 0 ? at : $"{at}/{file.Path}" }
            : file.Path == picked || file.Path.Length == 0 ? file with { Path = at }
            : file.Path.StartsWith($"{picked}/", StringComparison.Ordinal) ? file with { Path = $"{at}{file.Path[picked.Length..]}" }
            : null;
    }
}
