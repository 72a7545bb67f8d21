using System.Globalization;
using System.Text;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Source;

/// <summary>
/// What a policy's text may consist of: nothing that a reviewer does not see, or sees elsewhere than the compiler does
/// (https://trojansource.codes), and nothing that is not text.
/// </summary>
internal static class SourceCharacters
{
    public static PolicyDiagnostic? Refusal(PolicySource source)
    {
        if (Encoding.UTF8.GetByteCount(source.Text) > PolicySource.MostBytes)
        {
            return SourceLocation.Refuse(source, 0, "PG0101", $"the policy is larger than {PolicySource.MostBytes / 1024} KB: split it, or move data to parameters");
        }

        int offset = source.Text.StartsWith('\uFEFF') ? 1 : 0;
        while (offset < source.Text.Length)
        {
            Rune.DecodeFromUtf16(source.Text.AsSpan(offset), out Rune rune, out int length);
            if (rune == Rune.ReplacementChar)
            {
                return SourceLocation.Refuse(source, offset, "PG0102", "a policy is UTF-8, and this is no character of it: write the character, or an escape");
            }

            if (IsUnseen(rune) || IsLoneReturn(source.Text, offset))
            {
                return SourceLocation.Refuse(source, offset, "PG0102", $"the character U+{rune.Value:X4} cannot be seen: write it as an escape, or leave it out");
            }

            offset += length;
        }

        return null;
    }

    /// <summary>The compiler begins a line after it, and editors do not, which hides what follows a comment.</summary>
    private static bool IsLoneReturn(string text, int offset) =>
        text[offset] == '\r' && (offset + 1 == text.Length || text[offset + 1] != '\n');

    /// <summary>
    /// Controls but tab and line ends, and the format characters of Unicode: bidirectional controls, zero-width
    /// characters, tags.
    /// </summary>
    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is not ('\t' or '\r' or '\n'),
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => true,
        _ => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x034F or (>= 0xFE00 and <= 0xFE0E) or (>= 0xE0100 and <= 0xE01EF),
    };
}
