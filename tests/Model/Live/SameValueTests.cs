using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Live;

public sealed class SameValueTests
{
    [Theory]
    [InlineData("3", "3", true)]
    [InlineData("3", "3.0", true)]
    [InlineData("0x1e", "30", true)]
    [InlineData("0644", "420", true)]
    [InlineData("1e3", "1000", true)]
    [InlineData("3", "\"3\"", false)]
    [InlineData("80", "http", false)]
    [InlineData("yes", "true", true)]
    [InlineData("true", "\"true\"", false)]
    [InlineData("off", "false", true)]
    [InlineData("de", "\"de\"", true)]
    [InlineData("De", "de", false)]
    [InlineData("\"\"", "null", false)]
    [InlineData("null", "~", true)]
    [InlineData("[a, b]", "[a, b]", true)]
    [InlineData("[a, b]", "[b, a]", false)]
    [InlineData("[a]", "[a, a]", false)]
    [InlineData("{ a: 1, b: [x] }", "{ b: [x], a: 1 }", true)]
    [InlineData("{ a: 1 }", "{ a: 1, b: 2 }", false)]
    [InlineData("{}", "[]", false)]
    [InlineData("[]", "\"\"", false)]
    public void Values_are_one_by_what_they_mean(string one, string other, bool isSame)
    {
        SameValue.Is(Value(one), Value(other)).ShouldBe(isSame);
        SameValue.Is(Value(other), Value(one)).ShouldBe(isSame);
    }

    [Theory]
    [InlineData("1Gi", "1024Mi", true)]
    [InlineData("0.5", "500m", true)]
    [InlineData("\"2\"", "2000m", true)]
    [InlineData("1G", "1Gi", false)]
    [InlineData("1e3", "1k", true)]
    [InlineData("0", "\"0\"", true)]
    [InlineData("1Gi", "a lot", false)]
    [InlineData("a lot", "a lot", false)]
    public void Amounts_are_one_however_they_are_written(string one, string other, bool isSame)
    {
        SameValue.IsAmount(Value(one), Value(other)).ShouldBe(isSame);
        SameValue.IsAmount(Value(other), Value(one)).ShouldBe(isSame);
    }

    [Theory]
    [InlineData("false", true)]
    [InlineData("0", true)]
    [InlineData("\"\"", true)]
    [InlineData("[]", true)]
    [InlineData("{}", true)]
    [InlineData("null", true)]
    [InlineData("true", false)]
    [InlineData("1", false)]
    [InlineData("\"0\"", false)]
    [InlineData("\"false\"", false)]
    [InlineData("[0]", false)]
    [InlineData("{ a: 0 }", false)]
    public void What_the_API_server_would_not_store_is_nothing(string text, bool isZero) => SameValue.IsZero(Value(text)).ShouldBe(isZero);

    [Fact]
    public void What_is_not_there_is_only_the_same_as_what_is_not_there()
    {
        Node nothing = Value("{}")["nothing"];

        SameValue.Is(nothing, nothing).ShouldBeTrue();
        SameValue.Is(nothing, Value("\"\"")).ShouldBeFalse();
        SameValue.Is(Value("[]"), nothing).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_value_is_the_same_as_itself(string text) => SameValue.Is(Value(text), Value(text)).ShouldBeTrue();

    public static TheoryData<string> Samples =>
    [
        "text", "\"\"", "17", "-0.5", ".inf", "true", "null", "[]", "{}", "[[], {}]", "{ a: { b: [1, two, 3.0] } }", "2026-11-21T22:10:00Z", "\"ünï\\n\"",
    ];

    private static Node Value(string text) =>
        YamlReader.Read("value.yaml", $"value: {text}\n", LoadLimits.Default).Documents.Single().Root["value"];
}
