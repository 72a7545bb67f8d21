using System.Globalization;
using System.Text;

namespace PolicyGate.Model.Tests;

public sealed class VisibleTextTests
{
    /// <summary>Letters, marks and numbers by their category that nobody sees.</summary>
    private static readonly int[] Unseen = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0];

    /// <summary>
    /// Formats that are seen: signs that stand before a number or a year
    /// (https://www.unicode.org/reports/tr44/#Prepended_Concatenation_Mark), and the Syriac abbreviation mark.
    /// </summary>
    private static readonly int[] Seen =
        [0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD];

    [Fact]
    public void Every_character_that_acts_or_hides_is_escaped_and_every_other_stays()
    {
        foreach (int codePoint in Enumerable.Range(0, 0x110000).Where(number => number is < 0xD800 or > 0xDFFF))
        {
            string text = char.ConvertFromUtf32(codePoint);
            bool stays = VisibleText.Line(text) == text;
            if (stays == IsHidden(codePoint))
            {
                Assert.Fail($"U+{codePoint:X4} {(stays ? "stays" : "is escaped")}");
            }
        }
    }

    [Theory]
    [InlineData("a\u202Eb", @"a\u{202E}b")]
    [InlineData("\e[31m", @"\u{1B}[31m")]
    [InlineData("one\ntwo\ttabs", @"one\u{A}two\u{9}tabs")]
    [InlineData("tag\U000E0041", @"tag\u{E0041}")]
    [InlineData("日本語 é 🚀 עברית", "日本語 é 🚀 עברית")]
    public void A_line_shows_what_it_holds(string text, string shown) => VisibleText.Line(text).ShouldBe(shown);

    /// <summary>Not as data of a theory, which cannot hold them.</summary>
    [Fact]
    public void A_lone_surrogate_is_shown()
    {
        VisibleText.Line("lone \uD83D surrogate").ShouldBe(@"lone \u{D83D} surrogate");
        VisibleText.Line("swapped \uDE80\uD83D").ShouldBe(@"swapped \u{DE80}\u{D83D}");
    }

    [Theory]
    [InlineData("⚠\uFE0F ☺\uFE0E ↔\uFE0F ‼\uFE0F 1\uFE0F\u20E3", "⚠\uFE0F ☺\uFE0E ↔\uFE0F ‼\uFE0F 1\uFE0F\u20E3")]
    [InlineData("⚠\uFE0F\uFE0F\uFE0E", "⚠\uFE0F\\u{FE0F}\\u{FE0E}")]
    [InlineData("pass\uFE0Fword 1\uFE0F2", @"pass\u{FE0F}word 1\u{FE0F}2")]
    [InlineData("\uFE0Fx ⚠\uFE01", @"\u{FE0F}x ⚠\u{FE01}")]
    [InlineData("葛\U000E0100", @"葛\u{E0100}")]
    public void A_variation_selector_stays_where_it_says_how_one_symbol_is_drawn(string text, string shown) =>
        VisibleText.Line(text).ShouldBe(shown);

    [Fact]
    public void A_block_keeps_its_lines_and_tabs() =>
        VisibleText.Block("a\r\n\tb\u0085c\u2028d").ShouldBe("a\r\n\tb\\u{85}c\\u{2028}d");

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(" \t\r\n\u00A0\u3000\u2028", true)]
    [InlineData("\u200B\u2060\u00AD\uFEFF\U000E0041\u2800\u3164", true)]
    [InlineData(" . ", false)]
    [InlineData("\u200Bx", false)]
    public void Text_that_nobody_can_see_is_blank(string? text, bool isBlank) => VisibleText.IsBlank(text).ShouldBe(isBlank);

    private static bool IsHidden(int codePoint) => Rune.GetUnicodeCategory(new Rune(codePoint)) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => !Seen.Contains(codePoint),
        UnicodeCategory.OtherNotAssigned =>
            codePoint is >= 0xFDD0 and <= 0xFDEF or >= 0xFFF0 and <= 0xFFF8 or >= 0xE0000 and <= 0xE0FFF or 0x2065
            || (codePoint & 0xFFFE) == 0xFFFE,
        _ => Unseen.Contains(codePoint) || codePoint is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF,
    };
}
