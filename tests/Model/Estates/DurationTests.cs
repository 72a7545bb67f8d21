using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Tests.Estates;

public sealed class DurationTests
{
    /// <summary>What is written, in seconds, and how it is written back.</summary>
    [Theory]
    [InlineData("15m", 900, "15m")]
    [InlineData("1h30m", 5400, "1h30m")]
    [InlineData("90m", 5400, "1h30m")]
    [InlineData("2d", 172_800, "2d")]
    [InlineData("1w", 604_800, "7d")]
    [InlineData("1.5h", 5400, "1h30m")]
    [InlineData(".5m", 30, "30s")]
    [InlineData("30m1h", 5400, "1h30m")]
    [InlineData("2160h0m0s", 7_776_000, "90d")]
    [InlineData("1500ms", 1.5, "1s500ms")]
    [InlineData("3µs", 0.000_003, "3us")]
    [InlineData("200ns", 0.000_000_2, "200ns")]
    [InlineData("0", 0, "0s")]
    [InlineData("0s", 0, "0s")]
    public void Reads_and_writes(string text, double seconds, string written)
    {
        Duration duration = Duration.Parse(text);

        duration.Span.TotalSeconds.ShouldBe(seconds, 1e-9);
        duration.ToString().ShouldBe(written);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("15")]
    [InlineData("m")]
    [InlineData("15 m")]
    [InlineData("15m ")]
    [InlineData("-15m")]
    [InlineData("15M")]
    [InlineData("1..5h")]
    [InlineData("1h.m")]
    [InlineData("15min")]
    [InlineData("1y")]
    [InlineData("PT15M")]
    [InlineData("1,5h")]
    [InlineData("１５m")]
    [InlineData("999999999999999w")]
    [InlineData("1000000w1000000w")]
    [InlineData("99999999999999999999999999999999h")]
    public void Refuses(string? text)
    {
        Duration.TryParse(text, out Duration duration).ShouldBeFalse();
        duration.ShouldBe(default);
    }

    [Fact]
    public void Compares_by_length()
    {
        Duration limit = "1d";

        (limit > "23h59m").ShouldBeTrue();
        (limit < "24h").ShouldBeFalse();
        limit.ShouldBe("24h");
    }
}
