using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A text that tells what the containers of a workload do: a command, an argument, a variable, a file of a ConfigMap.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Name">Of a variable or a file, its name; else empty.</param>
/// <param name="Text">Without lines that are comments, and with continued lines joined.</param>
internal sealed partial record ScriptText(Node Place, string Name, string Text)
{
    public bool IsVariable { get; private init; }

    /// <summary>Commands and arguments, then variables, then the ConfigMaps that the pods mount or take variables from.</summary>
    public static IEnumerable<ScriptText> Of(Resource workload) => workload.Pods.SelectMany(pod =>
        pod.Containers.SelectMany(Spoken).Concat(pod.Containers.SelectMany(Variables)).Concat(ConfigMaps(pod)));

    private static IEnumerable<ScriptText> Spoken(Container container) =>
        container["command"].Items.Concat(container["args"].Items)
            .Where(item => item.IsScalar)
            .Select(item => new ScriptText(item, "", Plain(item.Text)));

    private static IEnumerable<ScriptText> Variables(Container container) => container.EnvironmentVariables
        .Select(variable => new ScriptText(variable, variable["name"].Text, variable["value"].Text) { IsVariable = true });

    private static IEnumerable<ScriptText> ConfigMaps(PodTemplate pod)
    {
        IEnumerable<string> mounted = pod.Volumes.Select(volume => volume["configMap.name"].Text)
            .Concat(pod.Volumes.SelectMany(volume => volume["projected.sources"].Items).Select(source => source["configMap.name"].Text));
        HashSet<string> taken =
        [
            .. pod.Containers.SelectMany(container => container["envFrom"].Items).Select(source => source["configMapRef.name"].Text),
            .. pod.Containers.SelectMany(container => container.EnvironmentVariables).Select(variable => variable["valueFrom.configMapKeyRef.name"].Text),
        ];
        return mounted.Concat(taken)
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(name => pod.Environment.Find("ConfigMap", pod.Namespace, name))
            .OfType<Resource>()
            .SelectMany(map => map["data"].Fields.Select(field =>
                new ScriptText(field, field.Name, Plain(field.Text)) { IsVariable = taken.Contains(map.Name) }));
    }

    public static string Plain(string text)
    {
        string joined = text.Contains('\\', StringComparison.Ordinal) ? Continued().Replace(text, " ") : text;
        return joined.Contains('#', StringComparison.Ordinal) ? Comment().Replace(joined, "") : joined;
    }

    [GeneratedRegex(@"\\\r?\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex(@"^[ \t]*#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
