using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace PolicyGate.Tests;

/// <summary>Looks for what a hostile text would do to whoever reads a report: a person, a terminal, a build server.</summary>
internal static partial class HostileOutput
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<string> Problems(string format, string text, string secret)
    {
        if (text.Contains(secret, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"{format}: shows the canary's secret";
        }

        if (Acting().Match(text) is { Success: true } acting)
        {
            yield return $"{format}: a character acts or hides: {Escaped(text, acting.Index)}";
        }

        if (BuildCommand().Match(text) is { Success: true } build)
        {
            yield return $"{format}: a command to a build server: {Escaped(text, build.Index)}";
        }

        if (Paths().Match(text) is { Success: true } path)
        {
            yield return $"{format}: a path of the machine or a stack trace: {Escaped(text, path.Index)}";
        }

        foreach (string problem in CommandProblems(format, text).Concat(GrammarProblems(format, text)))
        {
            yield return problem;
        }
    }

    /// <summary>Fails where bytes are no UTF-8.</summary>
    public static string Decode(byte[] bytes) => Strict.GetString(bytes);

    /// <summary>Whether this is how a report shows a name: what is hidden is escaped.</summary>
    public static bool Shows(string shown, string name) => shown == name || shown == Visible(name);

    /// <summary>Only the format for it has workflow commands, and those are ours.</summary>
    private static IEnumerable<string> CommandProblems(string format, string text)
    {
        foreach (string line in text.Split('\n', '\r').Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)))
        {
            bool isOurs = format is "github" or "standard output" && OwnCommand().IsMatch(line);
            if (!isOurs)
            {
                yield return $"{format}: a workflow command that is not ours: {Escaped(line, 0)}";
            }
        }
    }

    private static IEnumerable<string> GrammarProblems(string format, string text)
    {
        string? problem = format switch
        {
            "json" or "sarif" => JsonProblem(text),
            "junit" => XmlProblem(text),
            "markdown" or "github" or "console" => text.Length == 0 ? "it is empty" : null,
            _ => null,
        };
        if (problem is not null)
        {
            yield return $"{format}: {problem}";
        }
    }

    private static string? JsonProblem(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return null;
        }
        catch (JsonException exception)
        {
            return exception.Message;
        }
    }

    private static string? XmlProblem(string text)
    {
        try
        {
            _ = XDocument.Parse(text);
            return null;
        }
        catch (XmlException exception)
        {
            return exception.Message;
        }
    }

    private static string Visible(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        Acting().IsMatch(rune.ToString()) || rune.Value == '\n'
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}")
            : rune.ToString()));

    private static string Escaped(string text, int at) =>
        JsonSerializer.Serialize(text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 80)]);

    /// <summary>Controls but the line feed, what reorders or hides, tag characters, and halves of characters.</summary>
    [GeneratedRegex(@"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")]
    private static partial Regex Acting();

    [GeneratedRegex(@"##\[|##vso\[", RegexOptions.IgnoreCase)]
    private static partial Regex BuildCommand();

    /// <summary>The temporary directories of this suite, and lines of stack traces.</summary>
    [GeneratedRegex(@"policygate-test-|^\s+at [A-Z]\w+(\.\w+)+[.<(]", RegexOptions.Multiline)]
    private static partial Regex Paths();

    [GeneratedRegex(@"^::(error|warning|notice) (file=[^,]*,line=\d+,endLine=\d+,(col=\d+,)?(endColumn=\d+,)?)?title=(PolicyGate%3A gate \w+|[^,:]*)::")]
    private static partial Regex OwnCommand();
}
