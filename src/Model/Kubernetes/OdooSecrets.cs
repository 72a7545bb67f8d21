using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Settings whose value is in no file of git: an init container writes it into the configuration, from a variable or a
/// file of that name.
/// </summary>
internal static class OdooSecrets
{
    public static Node? Of(OdooServer server, string setting)
    {
        string[] names = [.. OdooOptions.VariablesOf(setting).Select(Plain)];
        return server.Container.Pod.Containers
            .SelectMany(container => container.Variables.Values
                .Where(variable => variable.IsSecret && variable.Text != "" && names.Contains(Plain(variable.Name), StringComparer.Ordinal))
                .Select(variable => variable.Place)
                .Concat(container.Files
                    .Where(file => file.IsSecret && file.Text != "" && names.Contains(Plain(file.Path.Split('/')[^1]), StringComparer.Ordinal))
                    .Select(file => file.Place)))
            .FirstOrDefault();
    }

    private static string Plain(string name) =>
        name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
