using System.Buffers;
using System.Globalization;
using System.Text;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Writing;

/// <summary>Writes scalars on one line, quoted only where a reader would take them for something else.</summary>
internal static class ScalarWriter
{
    private const string IndicatorsAtStart = "-?:,[]{}#&*!|>'\"%@`=<";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789-:_.eE+TtZz xXoO");

    /// <summary>Writes a scalar.</summary>
    /// <param name="value">What it says.</param>
    /// <param name="wanted">How a string is to be written if that is possible.</param>
    /// <param name="inFlow">Within braces or brackets, where commas end a plain scalar.</param>
    public static string Write(FixValue.Text value, ScalarStyle wanted, bool inFlow)
    {
        if (!value.IsString)
        {
            return value.Value;
        }

        bool mayBeSingle = !value.Value.Any(NeedsEscape);
        return wanted switch
        {
            ScalarStyle.SingleQuoted when mayBeSingle => SingleQuoted(value.Value),
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => DoubleQuoted(value.Value),
            _ when IsPlain(value.Value, inFlow) => value.Value,
            _ when mayBeSingle && value.Value.AsSpan().ContainsAny('"', '\\') => SingleQuoted(value.Value),
            _ => DoubleQuoted(value.Value),
        };
    }

    /// <summary>A string in the double quotes of YAML, which are those of JSON.</summary>
    public static string DoubleQuoted(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char character in text)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when NeedsEscape(character) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static string SingleQuoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsPlain(string text, bool inFlow) =>
        ScalarMeaning.KindOf(new Scalar(text, ScalarStyle.Plain, null, Span.Start)) == ScalarKind.String
        && !StartsLikeNumber(text)
        && !IndicatorsAtStart.Contains(text[0], StringComparison.Ordinal)
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.StartsWith("...", StringComparison.Ordinal)
        && !(inFlow && text.AsSpan().ContainsAny(",[]{}"))
        && !text.Any(NeedsEscape);

    /// <summary>
    /// Dates, sexagesimals and numbers with odd signs or separators: some readers of YAML take them for strings, others
    /// do not (https://yaml.org/type/timestamp.html, https://yaml.org/type/int.html).
    /// </summary>
    private static bool StartsLikeNumber(string text)
    {
        ReadOnlySpan<char> unsigned = text.AsSpan().TrimStart("+-.");
        return !unsigned.IsEmpty
            && char.IsAsciiDigit(unsigned[0])
            && (text[0] is '+' or '.' || !unsigned.ContainsAnyExcept(NumberCharacters));
    }

    /// <summary>
    /// What must not stand as it is in any scalar on one line: control characters, line breaks, and what hides or turns
    /// around the text that follows.
    /// </summary>
    private static bool NeedsEscape(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned
        || (char.IsWhiteSpace(character) && character != ' ');
}
