using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PolicyGate.Model.Estates;

/// <summary>
/// A weekly window for changes, such as <c>Sat 20:00-24:00 Europe/Berlin</c>, <c>Mon,Wed 01:00-03:00 UTC</c> or
/// <c>Mon-Fri 22:00-04:00 UTC</c>, which runs past midnight.
/// </summary>
/// <param name="Days">The days on which it starts.</param>
/// <param name="Start">When it starts, by the clocks of the zone.</param>
/// <param name="Length">How long it stays open by those clocks; more than nothing, a day at most.</param>
/// <param name="Zone">A name of the IANA time zone database; whether it exists is not looked up here.</param>
public sealed record ChangeWindow(ImmutableArray<DayOfWeek> Days, TimeOnly Start, TimeSpan Length, string Zone)
{
    private static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public static bool TryParse(string text, [NotNullWhen(true)] out ChangeWindow? window)
    {
        window = text.Split(' ') is [var days, var times, { Length: > 0 } zone]
            && DaysOf(days) is { IsEmpty: false } starts
            && times.Split('-') is [var from, var until]
            && MinutesOf(from) is { } first and < MinutesPerDay
            && MinutesOf(until) is { } last
            && first != last
                ? new(starts, TimeOnly.MinValue.AddMinutes(first), Between(first, last), zone)
                : null;
        return window is not null;
    }

    /// <param name="local">What the clocks of the zone show.</param>
    public bool IsOpenAt(DateTime local) => OpensOn(local.Date, local) || OpensOn(local.Date.AddDays(-1), local);

    private bool OpensOn(DateTime day, DateTime local) =>
        Days.Contains(day.DayOfWeek) && local - day is var since && since >= Start.ToTimeSpan() && since < Start.ToTimeSpan() + Length;

    private const int MinutesPerDay = 24 * 60;

    private static TimeSpan Between(int first, int last) =>
        TimeSpan.FromMinutes(last > first ? last - first : last + MinutesPerDay - first);

    /// <summary>Empty when a part is neither a day nor a range of days.</summary>
    private static ImmutableArray<DayOfWeek> DaysOf(string text)
    {
        SortedSet<DayOfWeek> days = [];
        foreach (string part in text.Split(','))
        {
            int[] ends = [.. part.Split('-').Select(name => Array.IndexOf(DayNames, name))];
            if (ends.Length > 2 || ends.Contains(-1))
            {
                return [];
            }

            int length = (ends[^1] - ends[0] + DayNames.Length) % DayNames.Length;
            days.UnionWith(Enumerable.Range(ends[0], length + 1).Select(day => (DayOfWeek)(day % DayNames.Length)));
        }

        return [.. days];
    }

    private static int? MinutesOf(string text)
    {
        if (text == "24:00")
        {
            return MinutesPerDay;
        }

        const DateTimeStyles Strict = DateTimeStyles.None;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, Strict, out TimeOnly time)
            ? time.Hour * 60 + time.Minute
            : null;
    }
}
