using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The settings that objects carry: variables, files, arguments.</summary>
internal static class WrittenSettings
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>
    /// Names with values: variables of containers, and the keys of ConfigMaps and readable Secrets, which become
    /// variables or are read one by one.
    /// </summary>
    public static IEnumerable<(string Name, string Text, Node Place)> Named(Resource resource) =>
        resource.Pods.SelectMany(pod => pod.Containers).SelectMany(container => container.EnvironmentVariables)
            .Where(variable => variable["value"].IsScalar)
            .Select(variable => (variable["name"].Text, variable["value"].Text, variable["value"]))
            .Concat(Keys(resource));

    /// <summary>Every text, and for an option whose value is the next item both as <c>--option=value</c>.</summary>
    public static IEnumerable<(string Text, Node Place)> Texts(Resource resource) => Texts(resource, _ => true);

    /// <summary>The texts among them that may matter.</summary>
    public static IEnumerable<(string Text, Node Place)> Texts(Resource resource, Func<string, bool> mayMatter) =>
        resource.Kind == "CustomResourceDefinition" ? []
        : Keys(resource).Select(key => (key.Text, key.Place))
            .Concat(resource.Node.Fields.Where(field => field.Name is not ("data" or "stringData" or "status") || !IsKept(resource))
                .SelectMany(field => field.ScalarsThat((name, text) => name != LastApplied && (IsOption(text) || mayMatter(text))))
                .Select(place => (Text: WithValue(place), place)))
            .Where(text => mayMatter(text.Text));

    private static IEnumerable<(string Name, string Text, Node Place)> Keys(Resource resource) => !IsKept(resource) ? []
        : KeptTexts.ReadableIn(resource).Select(kept => (kept.Key, kept.Known, kept.Place));

    private static bool IsKept(Resource resource) => resource is { Group: "", Kind: "ConfigMap" or "Secret" };

    private static bool IsOption(string text) => text.StartsWith("--", StringComparison.Ordinal);

    private static string WithValue(Node place) =>
        IsOption(place.Text) && !place.Text.Contains('=', StringComparison.Ordinal)
        && place.Parent.IsSequence && NextOf(place) is { IsScalar: true } next && !next.Text.StartsWith('-')
            ? $"{place.Text}={next.Text}"
            : place.Text;

    private static Node? NextOf(Node place) => place.Parent.Items.SkipWhile(item => !item.IsSamePlaceAs(place)).Skip(1).FirstOrDefault();
}
