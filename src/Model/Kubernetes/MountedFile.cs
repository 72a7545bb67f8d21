using System.Text;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A file that a container sees, from a ConfigMap or a Secret that git holds.</summary>
/// <param name="Path">Where the container sees it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Place">Where that is written.</param>
internal sealed record MountedFile(string Path, string Text, Node Place)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>https://kubernetes.io/docs/concepts/storage/volumes/, /configMap, /secret, /projected.</summary>
    public static IEnumerable<MountedFile> Of(Container container) =>
        from mount in container["volumeMounts"].Items
        from volume in container.Pod.Volumes
        where volume.Name == mount["name"].Text
        from file in Files(volume)
        where mount["subPath"].IsMissing || mount["subPath"].Text == file.Path
        select file with
        {
            Path = mount["subPath"].Exists ? mount["mountPath"].Text : $"{mount["mountPath"].Text.TrimEnd('/')}/{file.Path}",
        };

    /// <summary>Those of all containers of a pod: what one reads another may have copied for it.</summary>
    public static IEnumerable<MountedFile> Of(PodTemplate pod) => pod.Containers.SelectMany(Of);

    private static IEnumerable<MountedFile> Files(Volume volume) =>
        volume["projected.sources"].Items.Append(volume.Node).SelectMany(source =>
            FromSource(volume.Pod, "ConfigMap", source["configMap"]).Concat(FromSource(volume.Pod, "Secret", source["secret"])));

    private static IEnumerable<MountedFile> FromSource(PodTemplate pod, string kind, Node source)
    {
        string name = source["secretName"] is { IsScalar: true } secret ? secret.Text : source["name"].Text;
        return KeyedText.Of(pod.Workload, kind, name)
            .SelectMany(key => PathsOf(key.Name, source["items"]).Select(path => new MountedFile(path, key.Text, key.Place)));
    }

    private static IEnumerable<string> PathsOf(string key, Node items) => items.Exists
        ? items.Items.Where(item => item["key"].Text == key).Select(item => item["path"].Text)
        : [key];
}

/// <summary>One key of a ConfigMap, a Secret, or what stands for a Secret in git.</summary>
/// <param name="Name">The key.</param>
/// <param name="Text">What it holds, decoded.</param>
/// <param name="Place">Where that is written.</param>
internal sealed record KeyedText(string Name, string Text, Node Place)
{
    /// <summary>Those of the object of that name beside another one; none when git does not hold it, or not its values.</summary>
    public static IEnumerable<KeyedText> Of(Resource neighbour, string kind, string name) =>
        kind == "Secret"
            ? neighbour.Environment.NamespaceNamed(neighbour.Namespace)?.Resources.Where(resource => IsSecret(resource, name)).SelectMany(Of) ?? []
            : neighbour.Environment.Find(kind, neighbour.Namespace, name) is { } map ? Of(map) : [];

    public static IEnumerable<KeyedText> Of(Resource resource) => resource.Kind switch
    {
        "ConfigMap" => Plain(resource["data"]),
        "Secret" => Plain(resource["stringData"]).Concat(resource["data"].Fields.Select(key => new KeyedText(key.Name, Decoded(key.Text), key))),

        // https://external-secrets.io/latest/guides/templating/
        "ExternalSecret" => Plain(resource["spec.target.template.data"]),
        _ => [],
    };

    private static IEnumerable<KeyedText> Plain(Node keys) => keys.Fields.Select(key => new KeyedText(key.Name, key.Text, key));

    private static bool IsSecret(Resource resource, string name) => resource.Kind switch
    {
        "Secret" => resource.Name == name,
        "ExternalSecret" => (resource["spec.target.name"] is { IsScalar: true } target ? target.Text : resource.Name) == name,
        _ => false,
    };

    /// <summary>What stands behind the base64; the text itself when it is none.</summary>
    private static string Decoded(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }
}

/// <summary>All that a pod is told: images, commands, arguments, variables, and the files that git holds of it.</summary>
internal static class PodTexts
{
    public static IEnumerable<string> Of(PodTemplate pod) =>
        pod.Containers.SelectMany(Of).Concat(MountedFile.Of(pod).Select(file => file.Text));

    private static IEnumerable<string> Of(Container container) =>
        new[] { container["image"].Text, string.Join(' ', container["command"].Texts.Concat(container["args"].Texts)) }
            .Concat(ContainerVariable.Of(container).SelectMany(variable => new[] { variable.Name, variable.Text }));
}

/// <summary>A variable of a container, as far as git tells it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its value; empty when that comes from elsewhere.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="IsElsewhere">It has a value that git does not hold.</param>
internal sealed record ContainerVariable(string Name, string Text, Node Place, bool IsElsewhere)
{
    /// <summary>
    /// Those of <c>envFrom</c> first, which <c>env</c> replaces
    /// (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables).
    /// </summary>
    public static IEnumerable<ContainerVariable> Of(Container container) =>
        container["envFrom"].Items
            .SelectMany(source => FromSource(container, source))
            .Concat(container.EnvironmentVariables.Select(variable => Of(container, variable)))
            .GroupBy(variable => variable.Name, StringComparer.Ordinal)
            .Select(same => same.Last());

    private static IEnumerable<ContainerVariable> FromSource(Container container, Node source) =>
        Keys(container, "ConfigMap", source["configMapRef.name"])
            .Concat(Keys(container, "Secret", source["secretRef.name"]))
            .Select(key => new ContainerVariable(source["prefix"].Text + key.Name, key.Text, key.Place, IsElsewhere: false));

    private static ContainerVariable Of(Container container, Node variable)
    {
        Node from = variable["valueFrom"];
        KeyedText? key = Keys(container, "ConfigMap", from["configMapKeyRef.name"])
            .Where(key => key.Name == from["configMapKeyRef.key"].Text)
            .Concat(Keys(container, "Secret", from["secretKeyRef.name"]).Where(key => key.Name == from["secretKeyRef.key"].Text))
            .FirstOrDefault();
        return key is not null
            ? new(variable["name"].Text, key.Text, key.Place, IsElsewhere: false)
            : new(variable["name"].Text, variable["value"].Text, from.Exists ? from : variable["value"], from.Exists);
    }

    private static IEnumerable<KeyedText> Keys(Container container, string kind, Node name) =>
        name.IsScalar ? KeyedText.Of(container.Pod.Workload, kind, name.Text) : [];
}
