using System.Text;
using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One setting of a server: a parameter of PostgreSQL, a directive of Redis.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, without quotes.</param>
/// <param name="Place">Where it is written; the whole text for what is one line of a file.</param>
public sealed record ServerSetting(string Name, string Value, Node Place);

/// <summary>How servers are told things on their command line.</summary>
internal static partial class CommandLine
{
    /// <summary>The words of a container's command and arguments; a script counts by its words.</summary>
    public static IEnumerable<(string Text, Node Place)> Words(Container container) =>
        container["command"].Items.Concat(container["args"].Items)
            .Where(item => item.IsScalar)
            .SelectMany(item => (item.Text.Length == 0 ? [""] : Words(item.Text)).Select(word => (word, item)));

    /// <summary>Words as a shell separates them; quotes hold together what has blanks.</summary>
    public static IEnumerable<string> Words(string text)
    {
        StringBuilder word = new();
        char quote = '\0';
        bool isWord = false;
        foreach (char letter in text)
        {
            if (quote == '\0' && (char.IsWhiteSpace(letter) || letter is ';' or '|' or '&' or '(' or ')'))
            {
                if (isWord)
                {
                    yield return word.ToString();
                }

                word.Clear();
                isWord = false;
                continue;
            }

            isWord = true;
            if (letter is '"' or '\'' && (quote == '\0' || quote == letter))
            {
                quote = quote == '\0' ? letter : '\0';
            }
            else
            {
                word.Append(letter);
            }
        }

        if (isWord)
        {
            yield return word.ToString();
        }
    }

    /// <summary>
    /// Options with two hyphens, as <c>--name value</c> or <c>--name=value</c>; one that another follows stands alone and
    /// counts as <c>yes</c>.
    /// </summary>
    public static IEnumerable<ServerSetting> Options(IEnumerable<(string Text, Node Place)> words)
    {
        (string Name, Node Place)? open = null;
        foreach ((string text, Node place) in words)
        {
            Match option = Option().Match(text);
            if (open is { } waiting)
            {
                yield return new(waiting.Name, option.Success ? "yes" : text, waiting.Place);
            }

            open = option.Success && !option.Groups["value"].Success ? (option.Groups["name"].Value, place) : null;
            if (option.Groups["value"].Success)
            {
                yield return new(option.Groups["name"].Value, option.Groups["value"].Value, place);
            }
        }

        if (open is { } last)
        {
            yield return new(last.Name, "yes", last.Place);
        }
    }

    [GeneratedRegex(@"^--(?<name>[A-Za-z][\w.-]*)(=(?<value>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Option();
}
