using System.Globalization;
using System.Text;

namespace PolicyGate.Model;

/// <summary>One character as it is shown.</summary>
/// <param name="CodePoint">Which; a lone surrogate is itself.</param>
/// <param name="Length">How many UTF-16 units it takes in the text.</param>
/// <param name="Text">What is written for it.</param>
public readonly record struct VisibleCharacter(int CodePoint, int Length, string Text);

/// <summary>
/// Makes text from outside show what it holds: characters that act on a reader's screen or hide from the reader's eye
/// become visible escapes such as <c>\u{202E}</c>. All other Unicode stays. Each sink encodes the result again.
/// </summary>
public static class VisibleText
{
    private const int TextPresentation = 0xFE0E;
    private const int EmojiPresentation = 0xFE0F;
    private const int Keycap = 0x20E3;
    private const int BrailleBlank = 0x2800;

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
        (0xD800, 0xDFFF), // lone surrogates
        (0xFDD0, 0xFDEF), // no characters
        (0xFE00, 0xFE0F), // variation selectors
        (0xFEFF, 0xFEFF), // zero-width no-break space
        (0xFFA0, 0xFFA0), // halfwidth Hangul filler
        (0xFFF0, 0xFFFB), // not assigned, and interlinear annotation
        (0xFFFE, 0xFFFF), // no characters, and not allowed in XML
        (0x13430, 0x1343F), // Egyptian hieroglyph formats
        (0x1BCA0, 0x1BCA3), // shorthand formats
        (0x1D173, 0x1D17A), // musical formats
        (0xE0000, 0xE0FFF), // tag characters and further selectors
    ];

    /// <summary>As one line: line breaks and tabs are escaped too.</summary>
    public static string Line(string text) => Escape(text, keepLayout: false);

    /// <summary>With its line breaks and tabs, for sinks that can hold them.</summary>
    public static string Block(string text) => Escape(text, keepLayout: true);

    /// <summary>The character at a place and how it is shown within one line.</summary>
    public static VisibleCharacter At(string text, int index)
    {
        (int codePoint, int length) = Rune.TryGetRuneAt(text, index, out Rune rune)
            ? (rune.Value, rune.Utf16SequenceLength)
            : (text[index], 1);
        return IsHidden(codePoint) && !IsPresentation(codePoint, text, index)
            ? new(codePoint, length, string.Create(CultureInfo.InvariantCulture, $"\\u{{{codePoint:X}}}"))
            : new(codePoint, length, text.Substring(index, length));
    }

    /// <summary>Whether a reader would see nothing of it: no text, or white space and hidden characters only.</summary>
    public static bool IsBlank(string? text)
    {
        foreach (Rune rune in (text ?? "").EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && rune.Value != BrailleBlank && !IsHidden(rune.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(string text, bool keepLayout)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        StringBuilder escaped = new(text.Length + 16);
        for (int index = 0; index < text.Length;)
        {
            bool isLayout = keepLayout && text[index] is '\n' or '\r' or '\t';
            VisibleCharacter character = At(text, index);
            escaped.Append(isLayout ? text.AsSpan(index, 1) : character.Text);
            index += character.Length;
        }

        return escaped.ToString();
    }

    private static bool IsHidden(int codePoint)
    {
        if (codePoint is >= 0x20 and < 0x7F)
        {
            return false;
        }

        bool isNoCharacter = (codePoint & 0xFFFE) == 0xFFFE;
        return isNoCharacter || Array.Exists(Hidden, range => range.First <= codePoint && codePoint <= range.Last);
    }

    /// <summary>
    /// Whether a variation selector says how one symbol is drawn, as in ⚠️, which everybody writes. After anything else,
    /// and as the second in a row, selectors serve to hide text
    /// (<see href="https://www.unicode.org/Public/UCD/latest/ucd/emoji/emoji-variation-sequences.txt">sequences</see>).
    /// </summary>
    private static bool IsPresentation(int codePoint, string text, int index)
    {
        if (codePoint is not (TextPresentation or EmojiPresentation) || index == 0)
        {
            return false;
        }

        bool isKeycap = index + 1 < text.Length && text[index + 1] == Keycap;
        Rune.DecodeLastFromUtf16(text.AsSpan(0, index), out Rune before, out _);
        return isKeycap
            ? before.Value is '#' or '*' or (>= '0' and <= '9')
            : before.Value is 0x203C or 0x2049 or 0x2139 or 0x3030
                || Rune.GetUnicodeCategory(before) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol;
    }
}
