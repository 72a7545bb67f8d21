using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Nodes;

/// <summary>Plain scalars as sigs.k8s.io/yaml reads them; the table of its goyaml.v2/resolve.go.</summary>
public sealed class ScalarMeaningTests
{
    [Theory]
    [InlineData("on", ScalarKind.Boolean)]
    [InlineData("No", ScalarKind.Boolean)]
    [InlineData("y", ScalarKind.Boolean)]
    [InlineData("oN", ScalarKind.String)]
    [InlineData("~", ScalarKind.Null)]
    [InlineData("", ScalarKind.Null)]
    [InlineData("null", ScalarKind.Null)]
    [InlineData("nil", ScalarKind.String)]
    [InlineData("12", ScalarKind.Integer)]
    [InlineData("-12", ScalarKind.Integer)]
    [InlineData("+1_000", ScalarKind.Integer)]
    [InlineData("0777", ScalarKind.Integer)]
    [InlineData("0o17", ScalarKind.Integer)]
    [InlineData("0x1F", ScalarKind.Integer)]
    [InlineData("0b11", ScalarKind.Integer)]
    [InlineData("0899", ScalarKind.Float)]
    [InlineData("22:22", ScalarKind.String)]
    [InlineData("190:20:30", ScalarKind.String)]
    [InlineData("1.5", ScalarKind.Float)]
    [InlineData(".5", ScalarKind.Float)]
    [InlineData("1e3", ScalarKind.Float)]
    [InlineData(".inf", ScalarKind.Float)]
    [InlineData(".NaN", ScalarKind.Float)]
    [InlineData("1.2.3", ScalarKind.String)]
    [InlineData("500m", ScalarKind.String)]
    [InlineData("-", ScalarKind.String)]
    [InlineData("--1", ScalarKind.String)]
    [InlineData("inf", ScalarKind.String)]
    [InlineData("1,000", ScalarKind.String)]
    public void A_plain_scalar_has_a_kind(string text, ScalarKind kind) =>
        ScalarMeaning.KindOf(new Scalar(text, ScalarStyle.Plain, null, Span.Start)).ShouldBe(kind);

    [Theory]
    [InlineData("0777", 511)]
    [InlineData("0x1F", 31)]
    [InlineData("-0b11", -3)]
    [InlineData("1_000", 1000)]
    [InlineData("0", 0)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void An_integer_has_a_value(string text, long value) => ScalarMeaning.IntegerOf(text).ShouldBe(value);

    [Fact]
    public void A_quoted_scalar_is_a_string() =>
        ScalarMeaning.KindOf(new Scalar("true", ScalarStyle.DoubleQuoted, null, Span.Start)).ShouldBe(ScalarKind.String);
}
