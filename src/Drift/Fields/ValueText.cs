using System.Text.RegularExpressions;
using PolicyGate.Model;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>Values as a message shows them: short, on one line, and never one that may be secret.</summary>
internal static partial class ValueText
{
    private const int Longest = 120;
    private const string Hidden = "(not shown)";

    public static string Of(Node node, bool isHidden)
    {
        if (isHidden || IsLikelySecret(node))
        {
            return Hidden;
        }

        string text = node.Value switch
        {
            null => "nothing",
            Scalar { Text: "" } => "\"\"",
            Scalar { Style: not ScalarStyle.Plain } scalar when ScalarMeaning.KindOf(new(scalar.Text, ScalarStyle.Plain, null, scalar.Span)) != ScalarKind.String =>
                $"\"{scalar.Text}\"",
            _ => Shown(node),
        };
        string line = VisibleText.Line(text);
        return line.Length <= Longest ? line : $"{line[..(Longest - 1)]}…";
    }

    /// <summary>The first line in which two texts of several lines differ; null for others.</summary>
    public static string? FirstDifference(Node git, Node live)
    {
        string[] wanted = git.Text.Split('\n'), there = live.Text.Split('\n');
        if (wanted.Length < 3 && there.Length < 3)
        {
            return null;
        }

        int line = wanted.Zip(there).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"from its line {(line + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)} on";
    }

    private static string Shown(Node node) => node switch
    {
        { IsMapping: true } => $"{{{string.Join(", ", node.Fields.Select(field => $"{field.Name}: {Part(field)}"))}}}",
        { IsSequence: true } => $"[{string.Join(", ", node.Items.Select(Part))}]",
        _ => node.Text,
    };

    private static string Part(Node node) => IsLikelySecret(node) ? Hidden : Shown(node);

    /// <summary>A variable or a field that is named like a secret.</summary>
    private static bool IsLikelySecret(Node node) => node.Value is Scalar scalar
        && ScalarMeaning.KindOf(scalar) == ScalarKind.String
        && (SecretName().IsMatch(node.Name) || (node.Name == "value" && SecretName().IsMatch(node.Parent.Field("name").Text)));

    [GeneratedRegex("passw|passphrase|secret(?!Name|Ref)|token(?!Path|Seconds)|api_?key|private_?key|credential|conn(ection)?_?str|_url$|_uri$|dsn", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();
}
