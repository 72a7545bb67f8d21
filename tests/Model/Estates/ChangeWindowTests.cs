using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Tests.Estates;

public sealed class ChangeWindowTests
{
    /// <summary>What is written, the days on which it starts, when it starts, and for how many hours.</summary>
    [Theory]
    [InlineData("Sat 20:00-24:00 Europe/Berlin", "Saturday", "20:00", 4, "Europe/Berlin")]
    [InlineData("Sat 22:00-04:00 UTC", "Saturday", "22:00", 6, "UTC")]
    [InlineData("Mon,Wed 01:00-03:00 UTC", "Monday Wednesday", "01:00", 2, "UTC")]
    [InlineData("Fri-Mon 00:00-24:00 UTC", "Sunday Monday Friday Saturday", "00:00", 24, "UTC")]
    [InlineData("Mon-Tue,Sat 00:30-12:30 UTC", "Monday Tuesday Saturday", "00:30", 12, "UTC")]
    public void Reads(string text, string days, string start, int hours, string zone)
    {
        ChangeWindow.TryParse(text, out ChangeWindow? window).ShouldBeTrue();

        string.Join(' ', window!.Days).ShouldBe(days);
        window.Start.ToString("HH:mm", null).ShouldBe(start);
        window.Length.ShouldBe(TimeSpan.FromHours(hours));
        window.Zone.ShouldBe(zone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Sat 20:00-24:00")]
    [InlineData("Sat 20:00-24:00 ")]
    [InlineData("Sat  20:00-24:00 UTC")]
    [InlineData("Saturday 20:00-24:00 UTC")]
    [InlineData("sat 20:00-24:00 UTC")]
    [InlineData("Mon-Wed-Fri 20:00-24:00 UTC")]
    [InlineData("Mon, 20:00-24:00 UTC")]
    [InlineData("Sat 24:00-04:00 UTC")]
    [InlineData("Sat 20:00-20:00 UTC")]
    [InlineData("Sat 8:00-12:00 UTC")]
    [InlineData("Sat 20:60-24:00 UTC")]
    [InlineData("Sat 20:00 UTC")]
    public void Refuses(string text) => ChangeWindow.TryParse(text, out _).ShouldBeFalse();
}
