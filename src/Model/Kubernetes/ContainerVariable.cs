using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A variable of a container's environment.</summary>
/// <param name="Name">As the program sees it.</param>
/// <param name="Text">Its value, or null where git does not tell.</param>
/// <param name="Place">Where the value is written, else where it is referred to.</param>
/// <param name="IsSecret">It comes from a Secret.</param>
internal sealed record ContainerVariable(string Name, string? Text, Node Place, bool IsSecret)
{
    /// <summary>Its value; empty where git does not tell.</summary>
    public string Known => Text ?? "";

    /// <summary>It has a value that git does not hold.</summary>
    public bool IsElsewhere => Text is null;
}

/// <summary>
/// The environment that Kubernetes gives a container: <c>envFrom</c>, then <c>env</c>, in which later entries win and
/// <c>$(NAME)</c> stands for an earlier one.
/// See https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/.
/// </summary>
internal static partial class ContainerVariables
{
    public static IReadOnlyDictionary<string, ContainerVariable> Of(Container container)
    {
        Dictionary<string, ContainerVariable> variables = new(StringComparer.Ordinal);
        foreach (ContainerVariable variable in container["envFrom"].Items.SelectMany(source => All(source, container)))
        {
            variables[variable.Name] = variable;
        }

        foreach (Node variable in container.EnvironmentVariables)
        {
            variables[variable["name"].Text] = One(variable, container, variables);
        }

        return variables;
    }

    /// <summary>
    /// The text with <c>$(NAME)</c>, and in a script <c>$NAME</c>, <c>${NAME}</c> and <c>${NAME:-default}</c>, replaced
    /// where the value is known.
    /// </summary>
    public static string Expand(string text, IReadOnlyDictionary<string, ContainerVariable> variables) =>
        !text.Contains('$', StringComparison.Ordinal) ? text
        : Reference().Replace(text, reference =>
            variables.GetValueOrDefault(reference.Groups["name"].Value) is { } variable ? variable.Text ?? reference.Value
            : reference.Groups["default"] is { Success: true } fallback ? fallback.Value
            : reference.Value);

    /// <summary>The variable that a text is nothing but a reference to, or null.</summary>
    public static ContainerVariable? Referred(string text, IReadOnlyDictionary<string, ContainerVariable> variables) =>
        Reference().Match(text.Trim('"', '\'', ' ')) is { Success: true } reference
            ? variables.GetValueOrDefault(reference.Groups["name"].Value)
            : null;

    private static ContainerVariable One(Node variable, Container container, Dictionary<string, ContainerVariable> before)
    {
        string name = variable["name"].Text;
        Node ofMap = variable["valueFrom.configMapKeyRef"];
        Node ofSecret = variable["valueFrom.secretKeyRef"];
        return ofMap.Exists ? Kept(name, ofMap, ConfigMap(container.Environment, container, ofMap), isSecret: false)
            : ofSecret.Exists ? Kept(name, ofSecret, Secret(container.Environment, container, ofSecret), isSecret: true)
            : variable["valueFrom"].Exists ? new(name, null, variable["valueFrom"], IsSecret: false)
            : new(name, Expand(variable["value"].Text, before), variable["value"], IsSecret: false);
    }

    private static ContainerVariable Kept(string name, Node reference, IEnumerable<KeptText>? kept, bool isSecret) =>
        kept?.FirstOrDefault(text => text.Key == reference["key"].Text) is { } found
            ? new(name, found.Text, found.Place, isSecret)
            : new(name, null, reference["name"], isSecret);

    private static IEnumerable<ContainerVariable> All(Node source, Container container) =>
        (ConfigMap(container.Environment, container, source["configMapRef"]) ?? [])
            .Concat(Secret(container.Environment, container, source["secretRef"]) ?? [])
            .Where(kept => kept.Key.Length > 0)
            .Select(kept => new ContainerVariable($"{source["prefix"]}{kept.Key}", kept.Text, kept.Place, kept.IsSecret));

    private static IEnumerable<KeptText>? ConfigMap(Environment environment, Container container, Node reference) =>
        KeptTexts.OfConfigMap(environment, container.Pod.Namespace, reference["name"].Text);

    private static IEnumerable<KeptText>? Secret(Environment environment, Container container, Node reference) =>
        KeptTexts.OfSecret(environment, container.Pod.Namespace, reference["name"].Text);

    [GeneratedRegex(@"\$(?:\((?<name>[A-Za-z_][\w.\-]*)\)|\{(?<name>[A-Za-z_]\w*)(?::?-(?<default>[^{}]*))?\}|(?<name>[A-Za-z_]\w*))")]
    private static partial Regex Reference();
}
