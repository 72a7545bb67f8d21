using System.Text;
using System.Text.RegularExpressions;
using PolicyGate.Model;

namespace PolicyGate.Texts;

/// <summary>
/// Puts text into Markdown as GitHub reads it, so that only text comes out. Backslashes take the meaning from
/// punctuation. What GitHub looks for after Markdown was read (mentions, references to issues and commits, addresses,
/// emoji, formulas) cannot be escaped: words that could be one become code, where GitHub does not look
/// (<see href="https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls">autolinked
/// references</see>).
/// </summary>
public static partial class MarkdownText
{
    private const string Punctuation = @"\`*_{}[]<>|~&=+^!";

    /// <summary>Text within a line that has begun with something of ours.</summary>
    public static string Line(string text) => Words(VisibleText.Line(text), CodeSpan);

    /// <summary>Text within a cell of a table.</summary>
    public static string Cell(string text) => Words(VisibleText.Line(text), CodeCell);

    /// <summary>A name or a value as code, within a line.</summary>
    public static string Code(string text) => CodeSpan(VisibleText.Line(text));

    /// <summary>A name or a value as code, within a cell of a table.</summary>
    public static string CellCode(string text) => CodeCell(VisibleText.Line(text));

    private static string Words(string text, Func<string, string> code) =>
        string.Join(' ', text.Split(' ').Select(word => Active().IsMatch(word) ? Quoted(word, code) : Escaped(word)));

    /// <summary>The comma or full stop after a word is no part of it.</summary>
    private static string Quoted(string word, Func<string, string> code)
    {
        string core = word.TrimEnd(',', '.', ';');
        return core.Length > 0 ? code(core) + word[core.Length..] : Escaped(word);
    }

    private static string Escaped(string word)
    {
        StringBuilder escaped = new(word.Length);
        foreach (char character in word)
        {
            if (Punctuation.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    // A bar ends a cell even within code, and whether a backslash before it is shown depends on the reader.
    private static string CodeCell(string text) => CodeSpan(text.Replace("|", @"\u{7C}", StringComparison.Ordinal));

    private static string CodeSpan(string text)
    {
        string content = GuardedLines.BreakCommands(text);
        if (content.AsSpan().Trim(' ').IsEmpty)
        {
            return content;
        }

        string fence = new('`', LongestRun(content, '`') + 1);
        bool touches = content[0] is '`' or ' ' || content[^1] is '`' or ' ';
        return touches ? $"{fence} {content} {fence}" : fence + content + fence;
    }

    private static int LongestRun(string text, char character)
    {
        int longest = 0;
        int current = 0;
        foreach (char other in text)
        {
            current = other == character ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    /// <summary>
    /// A mention or address, an issue (<c>#1</c>, <c>GH-1</c>, or a prefix that the repository has set up), a URL, a
    /// formula, an emoji's name, a commit.
    /// </summary>
    [GeneratedRegex(
        @"[@#$]|:/|www\.|[a-z]-[0-9]|:[a-z0-9_+-]+:|\b[0-9a-f]{7,40}\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Active();
}
