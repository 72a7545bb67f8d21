using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Reads the settings of a file that lies as text inside an object. It reads what such files are made of, mappings,
/// lists and plain values, and passes over what it does not know.
/// </summary>
internal static class SettingsText
{
    /// <summary>Deeper than any configuration; hostile text must not exhaust the stack.</summary>
    private const int Deepest = 32;

    public static IEnumerable<Setting> Yaml(Node file)
    {
        Stack<(int Indent, string Path)> open = new([(-1, "")]);
        foreach (string line in Lines(file))
        {
            string content = line.TrimStart();
            int indent = line.Length - content.Length;
            while (content.StartsWith("- ", StringComparison.Ordinal))
            {
                string item = content[2..].TrimStart();
                indent += content.Length - item.Length;
                content = item;
            }

            bool isItem = indent > line.Length - line.TrimStart().Length;
            while (open.Peek().Indent >= indent && open.Count > 1)
            {
                open.Pop();
            }

            string path = open.Peek().Path;
            if (SplitField(content) is var (name, value))
            {
                string full = Settings.Joined(path, name);
                open.Push((indent, full));
                foreach (Setting setting in Values(full, value, file, 0))
                {
                    yield return setting;
                }
            }
            else if (isItem)
            {
                foreach (Setting setting in Values(path, content, file, 0))
                {
                    yield return setting;
                }
            }
        }
    }

    public static IEnumerable<Setting> Toml(Node file)
    {
        string section = "";
        foreach (string line in Lines(file).Select(line => line.Trim()))
        {
            if (line.StartsWith('['))
            {
                section = line.Trim('[', ']', ' ').ToLowerInvariant();
            }
            else if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var cut)
            {
                string name = Settings.Joined(section, Settings.Unquoted(line[..cut].Trim()));
                foreach (Setting setting in Values(name, line[(cut + 1)..].Trim(), file, 0))
                {
                    yield return setting;
                }
            }
        }
    }

    private static IEnumerable<Setting> Values(string path, string value, Node file, int depth)
    {
        bool isList = value.StartsWith('[') && value.EndsWith(']');
        bool isMap = value.StartsWith('{') && value.EndsWith('}');
        if (depth > Deepest)
        {
            return [];
        }

        return isList ? Parts(value[1..^1]).SelectMany(item => Values(path, item, file, depth + 1))
            : isMap ? Parts(value[1..^1]).SelectMany(field => SplitField(field) is var (name, inner)
                ? Values(Settings.Joined(path, name), inner, file, depth + 1)
                : [])
            : value.Length == 0 ? []
            : [new(path, Settings.Unquoted(value), file)];
    }

    /// <summary>The parts between the commas that are in no bracket.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            depth += text[at] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            if (text[at] == ',' && depth == 0)
            {
                yield return text[start..at].Trim();
                start = at + 1;
            }
        }

        yield return text[start..].Trim();
    }

    private static (string Name, string Value)? SplitField(string text)
    {
        int cut = text.IndexOf(": ", StringComparison.Ordinal);
        cut = cut < 0 && text.EndsWith(':') ? text.Length - 1 : cut;
        return cut > 0 ? (Settings.Unquoted(text[..cut].Trim()), text[(cut + 1)..].Trim()) : null;
    }

    /// <summary>Those that say something, without their comments.</summary>
    private static IEnumerable<string> Lines(Node file) =>
        file.Text.Split('\n')
            .Select(line => WithoutComment(line).TrimEnd())
            .Where(line => line.Length > 0 && line != "---");

    private static string WithoutComment(string line)
    {
        int cut = line.IndexOf(" #", StringComparison.Ordinal);
        return line.TrimStart().StartsWith('#') ? "" : cut < 0 ? line : line[..cut];
    }
}
