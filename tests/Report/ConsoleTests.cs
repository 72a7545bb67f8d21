using PolicyGate.Model.Nodes;
using PolicyGate.Report.Console;

namespace PolicyGate.Report.Tests;

public class ConsoleTests
{
    [Theory]
    // A plain line.
    [InlineData("image: odoo", 8, 12, 40,
        "image: odoo",
        "       ^^^^")]
    // Tabs go to the next multiple of four.
    [InlineData("\tkey:\tvalue", 7, 12, 40,
        "    key:    value",
        "            ^^^^^")]
    // A wide character takes two columns, an emoji is two UTF-16 units and two columns.
    [InlineData("名前: 🚀 x", 8, 9, 40,
        "名前: 🚀 x",
        "         ^")]
    // A mark on the letter before takes none.
    [InlineData("e\u0301a: x", 5, 6, 40,
        "e\u0301a: x",
        "   ^")]
    // What is hidden is shown, and takes the room of its escape.
    [InlineData("a\u202Eb: x", 3, 4, 40,
        @"a\u{202E}b: x",
        "         ^")]
    // A span past the end of the line points at its end.
    [InlineData("key:", 9, 12, 40,
        "key:",
        "    ^")]
    // Long lines are cut where the marks are not.
    [InlineData("0123456789012345678901234567890123456789", 3, 5, 20,
        "01234567890123456...",
        "  ^^")]
    [InlineData("0123456789012345678901234567890123456789", 21, 23, 20,
        "...78901234567890...",
        "      ^^")]
    [InlineData("0123456789012345678901234567890123456789", 39, 41, 20,
        "...34567890123456789",
        "                  ^^")]
    public void Marks_stand_under_what_is_meant(
        string line, int startColumn, int endColumn, int width, string expectedLine, string expectedMarks)
    {
        Excerpt excerpt = Excerpt.Of(line, new Span(1, startColumn, 1, endColumn), width);
        excerpt.Line.ShouldBe(expectedLine);
        excerpt.Marks.ShouldBe(expectedMarks);
    }

    [Fact]
    public void Only_what_is_near_the_marks_of_a_very_long_line_is_laid_out()
    {
        string line = new string('é', 2_000_000) + "name: x" + new string('é', 2_000_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Excerpt excerpt = Excerpt.Of(line, new Span(1, 2_000_007, 1, 2_000_008), 20);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(10 * 1024 * 1024);
        excerpt.Line.ShouldBe("...e: xéééééééééé...");
        excerpt.Marks.ShouldBe("      ^");
    }

    [Fact]
    public void Colour_is_used_only_when_asked_for()
    {
        ReportCase testCase = new("findings");
        string plain = Rendering.Render("console", testCase.Assessment, testCase.Context);
        string painted = Rendering.Render("console", testCase.Assessment, testCase.Context with { Colour = true });
        plain.ShouldNotContain('\e');
        painted.ShouldContain("\e[1;35mcritical");
        System.Text.RegularExpressions.Regex.Replace(painted, @"\e\[[0-9;]*m", "").ShouldBe(plain);
    }
}
