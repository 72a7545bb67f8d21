using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model;

namespace PolicyGate.Report.Console;

/// <summary>A character as a terminal shows it.</summary>
/// <param name="Text">What is written for it.</param>
/// <param name="Index">Where it is in the line, 0-based, in UTF-16 units.</param>
/// <param name="Start">Its first column on the screen, 0-based.</param>
/// <param name="Width">How many columns it takes; 0 for a mark on the character before.</param>
internal sealed record TextCell(string Text, int Index, int Start, int Width)
{
    public int End => Start + Width;
}

/// <summary>Lays a line out in the columns of a terminal, so that a caret can stand under a character of it.</summary>
internal static class TextCells
{
    private const int TabWidth = 4;

    /// <summary>
    /// First and last code point of what fills two columns: East Asian wide and fullwidth characters and emoji, after
    /// <see href="https://www.unicode.org/Public/UCD/latest/ucd/EastAsianWidth.txt">EastAsianWidth.txt</see>.
    /// </summary>
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
        (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
        (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA),
        (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
        (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
        (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
        (0x3041, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF01, 0xFF60),
        (0xFFE0, 0xFFE6), (0x16FE0, 0x18CFF), (0x1AFF0, 0x1B2FB), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF),
        (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F64F), (0x1F680, 0x1F6FC),
        (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    public static ImmutableArray<TextCell> Of(string line)
    {
        ImmutableArray<TextCell>.Builder cells = ImmutableArray.CreateBuilder<TextCell>(line.Length);
        int column = 0;
        for (int index = 0; index < line.Length;)
        {
            VisibleCharacter character = VisibleText.At(line, index);
            bool isTab = character.CodePoint == '\t';
            string text = isTab ? new string(' ', TabWidth - (column % TabWidth)) : character.Text;
            bool isEscaped = text.Length > character.Length;
            int width = isTab || isEscaped ? text.Length : WidthOf(character.CodePoint);
            cells.Add(new TextCell(text, index, column, width));
            column += width;
            index += character.Length;
        }

        return cells.DrainToImmutable();
    }

    /// <summary>How many columns text takes.</summary>
    public static int Width(string text) => Of(text) is [.., var last] ? last.End : 0;

    private static int WidthOf(int codePoint)
    {
        if (codePoint < 0x300)
        {
            return 1;
        }

        bool isMark = CharUnicodeInfo.GetUnicodeCategory(codePoint)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
        bool isWide = Wide.Any(range => range.First <= codePoint && codePoint <= range.Last);
        return isMark ? 0 : isWide ? 2 : 1;
    }
}
