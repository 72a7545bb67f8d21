using System.Globalization;
using System.Text;

namespace PolicyGate.Report.Text;

/// <summary>
/// Makes text from outside show what it holds: characters that act on a reader's screen or hide from the reader's eye
/// become visible escapes such as <c>\u{202E}</c>. All other Unicode stays. Each sink encodes the result again.
/// </summary>
internal static class VisibleText
{
    /// <summary>First and last code point of what is never written as it is, in ascending order.</summary>
    private static readonly (int First, int Last)[] Hidden =
    [
        (0x0000, 0x001F), // C0 controls: terminal sequences, line breaks
        (0x007F, 0x009F), // DEL and the C1 controls
        (0x00AD, 0x00AD), // soft hyphen
        (0x034F, 0x034F), // combining grapheme joiner
        (0x061C, 0x061C), // Arabic letter mark (bidi)
        (0x115F, 0x1160), // Hangul fillers
        (0x17B4, 0x17B5), // Khmer inherent vowels, not displayed
        (0x180B, 0x180F), // Mongolian selectors and vowel separator
        (0x200B, 0x200F), // zero-width characters and bidi marks
        (0x2028, 0x202E), // line and paragraph separators, bidi embeddings and overrides
        (0x2060, 0x206F), // word joiner, invisible operators, bidi isolates, deprecated formats
        (0x3164, 0x3164), // Hangul filler
        (0xFEFF, 0xFEFF), // zero-width no-break space
        (0xFFA0, 0xFFA0), // halfwidth Hangul filler
        (0xFFF9, 0xFFFB), // interlinear annotation
        (0xFFFE, 0xFFFF), // no characters, and not allowed in XML
        (0x1D173, 0x1D17A), // musical formats
        (0xE0000, 0xE0FFF), // tag characters and further selectors
    ];

    /// <summary>As one line: line breaks and tabs are escaped too.</summary>
    public static string Line(string text) => Escape(text, keepLayout: false);

    /// <summary>With its line breaks and tabs, for sinks that can hold them.</summary>
    public static string Block(string text) => Escape(text, keepLayout: true);

    /// <summary>How one code point, or one lone surrogate, is shown.</summary>
    public static string Show(int codePoint) =>
        IsHidden(codePoint)
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{{{codePoint:X}}}")
            : char.ConvertFromUtf32(codePoint);

    /// <summary>The code point at a place, a lone surrogate as itself, and how many UTF-16 units it takes.</summary>
    public static (int CodePoint, int Length) At(string text, int index) =>
        Rune.TryGetRuneAt(text, index, out Rune rune) ? (rune.Value, rune.Utf16SequenceLength) : (text[index], 1);

    private static string Escape(string text, bool keepLayout)
    {
        StringBuilder? escaped = null;
        for (int index = 0; index < text.Length;)
        {
            (int codePoint, int length) = At(text, index);
            bool stays = !IsHidden(codePoint) || (keepLayout && codePoint is '\n' or '\r' or '\t');
            if (!stays)
            {
                escaped ??= new StringBuilder(text, 0, index, text.Length + 16);
                escaped.Append(Show(codePoint));
            }
            else
            {
                escaped?.Append(text, index, length);
            }

            index += length;
        }

        return escaped?.ToString() ?? text;
    }

    private static bool IsHidden(int codePoint)
    {
        if (codePoint is >= 0x20 and < 0x7F)
        {
            return false;
        }

        bool isLoneSurrogate = codePoint is >= 0xD800 and <= 0xDFFF;
        return isLoneSurrogate || Hidden.Any(range => range.First <= codePoint && codePoint <= range.Last);
    }
}
