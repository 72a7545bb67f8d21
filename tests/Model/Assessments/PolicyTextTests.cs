using System.Globalization;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;

namespace PolicyGate.Model.Tests.Assessments;

public sealed class PolicyTextTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\u00A0")]
    [InlineData("\u200B\u200D\uFEFF")]
    public void A_message_that_nobody_can_see_has_a_stand_in(string? message) =>
        PolicyText.Message(message).ShouldBe("(no message)");

    [Fact]
    public void A_long_text_is_cut_within_its_limit_and_says_how_much_is_gone()
    {
        string cut = PolicyText.Message(new string('x', 14_319));
        cut.Length.ShouldBe(PolicyText.LongestMessage);
        cut.ShouldEndWith("x… (12,345 more characters)");
        cut.Count(character => character == 'x').ShouldBe(14_319 - 12_345);
    }

    [Fact]
    public void What_fits_stays_as_it_is()
    {
        string text = new('x', PolicyText.LongestMessage);
        PolicyText.Message(text).ShouldBeSameAs(text);
        PolicyText.Title("t").ShouldBe("t");
        PolicyText.Remediation(null).ShouldBe("");
        PolicyText.Reason(null).ShouldBe("");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void No_surrogate_pair_is_cut_in_half(int before)
    {
        string cut = PolicyText.Cut(new string('x', before) + string.Concat(Enumerable.Repeat("🚀", 500)), 100);
        cut.Length.ShouldBeLessThanOrEqualTo(100);
        VisibleText.Line(cut).ShouldBe(cut);
    }

    [Fact]
    public void The_limits_are_those_of_titles_and_remediations()
    {
        PolicyText.Title(new string('t', 600)).Length.ShouldBe(500);
        PolicyText.Remediation(new string('r', 600)).Length.ShouldBe(500);
        PolicyText.Path(new string('p', 600)).Length.ShouldBe(500);
        PolicyText.Title("\u200B").ShouldBe("(no title)");
    }

    [Fact]
    public void Controls_are_counted_and_cut()
    {
        PolicyText.Controls(["NIST 800-53 SC-6", null, " "]).ShouldBe(["NIST 800-53 SC-6"]);
        PolicyText.Controls([new string('c', 101)]).Single().ShouldBe(new string('c', 77) + "… (24 more characters)");
        IEnumerable<string> many = Enumerable.Range(0, 1_050).Select(number => number.ToString(CultureInfo.InvariantCulture));
        var kept = PolicyText.Controls(many);
        kept.Length.ShouldBe(50);
        kept[^1].ShouldBe("… (1,001 more controls)");
    }

    [Fact]
    public void A_header_is_limited_in_all_its_texts()
    {
        string text = new('x', 5_000);
        PolicyHeader header = PolicyText.Limited(new PolicyHeader
        {
            Id = "a/b",
            File = "policies/a/b.csx",
            Title = text,
            Reason = text,
            Severity = Severity.High,
            Controls = default,
            Remediation = null!,
            Parameters = new([.. Enumerable.Repeat(new ParameterDescription(text, text, text), 200)]),
        });
        (header.Id, header.File, header.Severity).ShouldBe(("a/b", "policies/a/b.csx", Severity.High));
        (header.Title.Length, header.Reason.Length, header.Remediation).ShouldBe((500, 2_000, ""));
        header.Controls.ShouldBeEmpty();
        header.Parameters.Value.Length.ShouldBe(100);
        header.Parameters.Value.ShouldAllBe(parameter => parameter.Name.Length <= 100 && parameter.Default.Length <= 500);
    }

    [Fact]
    public void Errors_of_the_compiler_are_counted_and_cut()
    {
        PolicyDiagnostic[] errors =
            [.. Enumerable.Range(1, 1_100).Select(line => new PolicyDiagnostic("a.csx", line, 1, "CS0103", $"error {line}"))];
        var kept = PolicyText.Limited([.. errors]);
        kept.Length.ShouldBe(100);
        kept[98].ShouldBe(errors[98]);
        kept[99].ShouldBe(errors[99] with { Message = "1,001 more errors are not shown; the first: error 100" });
        PolicyText.Limited([errors[0] with { Message = new string('x', 3_000) }]).Single().Message.Length.ShouldBe(2_000);
    }
}
