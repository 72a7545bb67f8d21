using PolicyGate.Compile.Source;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Tests;

/// <summary>What is looked at before anything parses a policy: sizes and nesting far above what people write.</summary>
public sealed class SourceLimitTests
{
    /// <summary>A beginning, what is repeated, an end, and how often is still in order.</summary>
    public static TheoryData<string, string, string, int> Repeated => new()
    {
        { "int x = ", "(", "", 62 },
        { "int[] x = ", "[", "", 62 },
        { "", "{", "", 62 },
        { "string x = ", "$\"{", "", 62 },
        { "string x = ", "$$\"\"\"{{", "", 62 },
        { "object x = ", "F(a => ", "", 6 },
        { "bool x = ", "!", "true;", 16 },
        { "int x = ", "- ", "1;", 16 },
        { "int x = ", "(int)", "1;", 16 },
        { "int x = a", " ? 1 : a", ";", 64 },
        { "x", " = x", ";", 64 },
        { "object x = a", " ?? a", ";", 30 },
        { "int x = 1", " + 1", ";", 900 },
        { "int x = a", ".b", ";", 900 },
        { "int x = F(1", ", 1", ");", 200 },
        { "", "List<", "", 64 },
        { "bool x = a is ", "not ", "b;", 64 },
        { "if (a) { }", " else if (a) { }", "", 200 },
        { "", "if (a) ", ";", 64 },
        { "", "using IDisposable a = b; ", "", 200 },
        { "", "record A(int B); ", "", 250 },
        { "var x = ", "from a in new[] { b } ", "select a;", 32 },
        { "string[] x = [\"\"", ", \"\"", "];", 20_000 },
        { "// ", "(((", "", 1_000 },
        { "string x = \"", "((({{{", "\";", 1_000 },
        { "int F() => 1;\n", "Verdict? F(Node? a) { return a is null ? null : Pass(a); }\n", "", 500 },
    };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void What_people_write_passes(string begin, string repeated, string end, int times) =>
        Check(begin + string.Concat(Enumerable.Repeat(repeated, times)) + end).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Repeated))]
    public void What_would_exhaust_the_compiler_does_not(string begin, string repeated, string end, int times) =>
        Check(begin + string.Concat(Enumerable.Repeat(repeated, times * 400)) + end)
            .ShouldContain(one => one.Code == "PG0101" || one.Code == "PG0103");

    [Theory]
    [InlineData("int x = 1;\0", 1, 11)]
    [InlineData("int x = 1; // \u202E", 1, 15)]
    [InlineData("\nint x\u200B = 1;", 2, 6)]
    [InlineData("string x = \"\U000E0041\";", 1, 13)]
    [InlineData("string x = \"\uD800\";", 1, 13)]
    [InlineData("string x = \"\uFFFD\";", 1, 13)]
    [InlineData("// a\rint x = 1;", 1, 5)]
    [InlineData("int x\u2028 = 1;", 1, 6)]
    [InlineData("int x = 1;\uFEFF", 1, 11)]
    public void What_nobody_sees_is_refused_where_it_stands(string text, int line, int column)
    {
        PolicyDiagnostic refusal = Check(text).ShouldHaveSingleItem();
        (refusal.Code, refusal.Line, refusal.Column).ShouldBe(("PG0102", line, column));
    }

    [Theory]
    [InlineData("\uFEFFint x = 1;")]
    [InlineData("int x = 1;\r\n\tint y = 2;\r\n")]
    [InlineData("string x = \"⚠️ 日本語 \U0001F680\";")]
    public void Ordinary_text_passes(string text) => Check(text).ShouldBeEmpty();

    [Fact]
    public void Directives_and_what_they_disable_become_blanks_of_the_same_length()
    {
        const string Text = "#if false\nsome /* text\n#else\nint x;\n#endif\nint y;";
        SourceCheck.Check(new("a", "a.csx", Text)).Text.ShouldBe("         \n            \n     \nint x;\n      \nint y;");
    }

    private static IEnumerable<PolicyDiagnostic> Check(string text) => SourceCheck.Check(new("a", "a.csx", text)).Diagnostics;
}
