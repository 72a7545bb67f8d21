using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One setting of a program, wherever it is written: an argument, an environment variable, a file, chart values.</summary>
/// <param name="Name">Its path in lower case, without the numbers of lists: <c>entrypoints.web.address</c>.</param>
/// <param name="Value">The text; <c>true</c> for an argument that is only named.</param>
/// <param name="Place">Where to change it; of a file inside a ConfigMap, the file.</param>
public sealed record Setting(string Name, string Value, Node Place)
{
    public bool IsTrue => Value.Equals("true", StringComparison.OrdinalIgnoreCase);

    public bool IsFalse => Value.Equals("false", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Settings out of the texts that hold them.</summary>
internal static class Settings
{
    /// <summary>
    /// Arguments in the way of Traefik: <c>--a.b=c</c>, <c>--a.b c</c>, or <c>--a.b</c> for true
    /// (https://doc.traefik.io/traefik/reference/install-configuration/configuration-options/).
    /// </summary>
    public static IEnumerable<Setting> OfArguments(IEnumerable<Node> arguments)
    {
        Setting? open = null;
        foreach ((string word, Node argument) in arguments.SelectMany(Words))
        {
            bool isName = word.StartsWith("--", StringComparison.Ordinal);
            if (open is not null)
            {
                yield return isName ? open : open with { Value = word };
                open = null;
            }

            if (isName)
            {
                int cut = word.IndexOf('=', StringComparison.Ordinal);
                string name = Lower(cut < 0 ? word[2..] : word[2..cut]);
                open = new(name, cut < 0 ? "true" : Unquoted(word[(cut + 1)..]), argument);
                if (cut >= 0)
                {
                    yield return open;
                    open = null;
                }
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    /// <summary>A command line for a shell, <c>traefik --api=true --ping</c>, holds several.</summary>
    private static IEnumerable<(string Word, Node Argument)> Words(Node argument) =>
        argument.Text.Contains(" --", StringComparison.Ordinal)
            ? argument.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => (word, argument))
            : argument.IsScalar ? [(argument.Text, argument)] : [];

    /// <summary>Environment variables in the way of Traefik: <c>TRAEFIK_API_INSECURE</c>.</summary>
    public static IEnumerable<Setting> OfEnvironment(IEnumerable<Node> variables, string prefix) =>
        variables
            .Where(variable => variable["name"].Text.StartsWith(prefix, StringComparison.Ordinal) && variable["value"].IsScalar)
            .Select(variable => new Setting(
                Lower(variable["name"].Text[prefix.Length..]).Replace('_', '.'), variable["value"].Text, variable["value"]));

    /// <summary>A mapping that is there as such, like the values of a HelmRelease.</summary>
    public static IEnumerable<Setting> OfNode(Node values, string prefix = "") =>
        values.IsScalar
            ? [new(prefix, values.Text, values)]
            : values.Fields.SelectMany(field => OfNode(field, Joined(prefix, field.Name)))
                .Concat(values.Items.SelectMany(item => OfNode(item, prefix)));

    /// <summary>A file inside an object: TOML by its name, else YAML.</summary>
    public static IEnumerable<Setting> OfFile(Node file) =>
        file.Name.EndsWith(".toml", StringComparison.Ordinal) ? SettingsText.Toml(file) : SettingsText.Yaml(file);

    public static ImmutableArray<string> Items(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static string Joined(string prefix, string name) => prefix.Length == 0 ? Lower(name) : $"{prefix}.{Lower(name)}";

    public static string Unquoted(string text) =>
        text.Length >= 2 && text[0] == text[^1] && text[0] is '"' or '\'' ? text[1..^1] : text;

    private static string Lower(string text) => text.ToLowerInvariant();
}
