using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("*/10 * * * *", "10m")]
    [InlineData("* * * * *", "1m")]
    [InlineData("*/7 * * * *", "7m")]
    [InlineData("*/45 * * * *", "45m")]
    [InlineData("0,10,50 * * * *", "40m")]
    [InlineData("0 2 * * *", "1d")]
    [InlineData("0 0 2 * * *", "1d")]
    [InlineData("0 */15 * * * *", "15m")]
    [InlineData("30 * * * * *", "1m")]
    [InlineData("0 8-18 * * *", "14h")]
    [InlineData("0 8-18/5 * * *", "14h")]
    [InlineData("0 4/8 * * *", "8h")]
    [InlineData("0 1 * * 0", "7d")]
    [InlineData("0 1 * * 7", "7d")]
    [InlineData("0 1 * * SUN", "7d")]
    [InlineData("0 1 * * mon-fri", "3d")]
    [InlineData("0 1 * * 1,3,5", "3d")]
    [InlineData("0 1 1 * *", "31d")]
    [InlineData("0 1 1,15 * *", "17d")]
    [InlineData("0 1 31 * *", "61d")]
    [InlineData("0 1 L * *", "31d")]
    [InlineData("0 1 29 2 *", "1461d")]
    [InlineData("0 1 1 JAN *", "366d")]
    [InlineData("0 1 1 * 0", "7d")]
    [InlineData("0 1 */2 * 0", "2d")]
    [InlineData("0 1 ? * *", "1d")]
    [InlineData("0 1,2 1 * *", "30d23h")]
    [InlineData("@hourly", "1h")]
    [InlineData("@daily", "1d")]
    [InlineData("@daily-random", "1d")]
    [InlineData("@weekly", "7d")]
    [InlineData("@monthly", "31d")]
    [InlineData("@yearly", "366d")]
    [InlineData("@every 1h30m", "1h30m")]
    [InlineData("CRON_TZ=Europe/Berlin 0 */6 * * *", "6h")]
    [InlineData("TZ=UTC @daily", "1d")]
    [InlineData("  0\t2  * * * ", "1d")]
    public void Tells_the_longest_gap(string text, string gap)
    {
        CronSchedule.TryParse(text, out CronSchedule? schedule).ShouldBeTrue();

        schedule!.LongestGap.ToString().ShouldBe(gap);
    }

    [Fact]
    public void What_never_runs_has_no_gap()
    {
        CronSchedule.TryParse("0 1 30 2 *", out CronSchedule? schedule).ShouldBeTrue();

        schedule!.LongestGap.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("daily")]
    [InlineData("@reboot")]
    [InlineData("@every")]
    [InlineData("@every 0s")]
    [InlineData("@every soon")]
    [InlineData("* * * *")]
    [InlineData("* * * * * * *")]
    [InlineData("60 * * * *")]
    [InlineData("* 24 * * *")]
    [InlineData("* * 0 * *")]
    [InlineData("* * * 13 *")]
    [InlineData("* * * * 8")]
    [InlineData("5-1 * * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("1//2 * * * *")]
    [InlineData("-5 * * * *")]
    [InlineData("H * * * *")]
    [InlineData(", * * * *")]
    public void Refuses_what_is_none(string text) => CronSchedule.TryParse(text, out _).ShouldBeFalse();
}
