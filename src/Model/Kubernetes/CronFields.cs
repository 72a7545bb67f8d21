using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The fields of a schedule, each as the set of numbers that it admits.</summary>
internal sealed record CronFields
{
    /// <summary>After 28 years every date has been every day of the week, leap years too.</summary>
    private static readonly DateOnly FirstDay = new(2001, 1, 1);
    private const int Days = 28 * 365 + 7;

    private static readonly string[] MonthNames =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private const int SecondsPerDay = 24 * 60 * 60;

    public required ImmutableArray<int> Seconds { get; init; }

    public required ImmutableArray<int> Minutes { get; init; }

    public required ImmutableArray<int> Hours { get; init; }

    public required ImmutableArray<int> DaysOfMonth { get; init; }

    public required bool IsLastDayOfMonth { get; init; }

    public required ImmutableArray<int> Months { get; init; }

    public required ImmutableArray<int> DaysOfWeek { get; init; }

    /// <summary>A day counts when it is admitted by either of two fields that both limit it, else by both.</summary>
    public required bool EitherDay { get; init; }

    /// <summary>Null when some field cannot be read.</summary>
    public static CronFields? Parse(string text)
    {
        string[] parts = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        string[] six = parts.Length == 5 ? ["0", .. parts] : parts;
        if (six is not [var second, var minute, var hour, var day, var month, var weekday])
        {
            return null;
        }

        bool isLast = day is "L" or "l";
        CronFields fields = new()
        {
            Seconds = Numbers(second, 0, 59),
            Minutes = Numbers(minute, 0, 59),
            Hours = Numbers(hour, 0, 23),
            DaysOfMonth = isLast ? [31] : Numbers(day, 1, 31),
            IsLastDayOfMonth = isLast,
            Months = Numbers(month, 1, 12, MonthNames),
            DaysOfWeek = [.. Numbers(weekday, 0, 7, DayNames).Select(number => number % 7).Distinct().Order()],
            EitherDay = !IsStar(day) && !IsStar(weekday),
        };
        ImmutableArray<int>[] all = [fields.Seconds, fields.Minutes, fields.Hours, fields.DaysOfMonth, fields.Months, fields.DaysOfWeek];
        return all.Any(numbers => numbers.IsEmpty) ? null : fields;
    }

    /// <summary>Null when no day is admitted.</summary>
    public Duration? LongestGap()
    {
        int first = Seconds[0] + 60 * Minutes[0] + 3600 * Hours[0];
        int last = Seconds[^1] + 60 * Minutes[^1] + 3600 * Hours[^1];
        return LongestWayBetweenDays() is not { } days
            ? null
            : new(TimeSpan.FromSeconds(Math.Max(LongestGapWithinDay(), (long)days * SecondsPerDay + first - last)));
    }

    private int LongestGapWithinDay()
    {
        int longest = 0;
        int? before = null;
        foreach (int hour in Hours)
        {
            foreach (int minute in Minutes)
            {
                foreach (int second in Seconds)
                {
                    int time = second + 60 * minute + 3600 * hour;
                    longest = Math.Max(longest, time - (before ?? time));
                    before = time;
                }
            }
        }

        return longest;
    }

    private int? LongestWayBetweenDays()
    {
        int[] days = [.. Enumerable.Range(0, Days).Where(day => Admits(FirstDay.AddDays(day)))];
        return days.Length == 0
            ? null
            : days.Zip(days.Skip(1).Append(days[0] + Days), (day, next) => next - day).Max();
    }

    private bool Admits(DateOnly day)
    {
        bool isDay = IsLastDayOfMonth ? day.AddDays(1).Day == 1 : DaysOfMonth.Contains(day.Day);
        bool isWeekday = DaysOfWeek.Contains((int)day.DayOfWeek);
        return Months.Contains(day.Month) && (EitherDay ? isDay || isWeekday : isDay && isWeekday);
    }

    private static bool IsStar(string field) => field is "*" or "?" or "*/1";

    /// <summary>In order; empty when a part cannot be read.</summary>
    private static ImmutableArray<int> Numbers(string field, int least, int most, string[]? names = null)
    {
        SortedSet<int> numbers = [];
        foreach (string part in field.Split(','))
        {
            ImmutableArray<int> admitted = Part(part, least, most, names ?? []);
            if (admitted.IsEmpty)
            {
                return [];
            }

            numbers.UnionWith(admitted);
        }

        return [.. numbers];
    }

    /// <summary><c>*</c>, <c>5</c>, <c>1-5</c>, each perhaps with <c>/2</c>; a number with a step goes on to the end.</summary>
    private static ImmutableArray<int> Part(string part, int least, int most, string[] names)
    {
        string[] halves = part.Split('/');
        string[] ends = halves[0].Split('-');
        int? first = halves[0] is "*" or "?" ? least : Number(ends[0], least, names);
        int? last = halves[0] is "*" or "?" ? most
            : ends.Length == 2 ? Number(ends[1], least, names)
            : halves.Length == 2 ? most
            : first;
        int? step = halves.Length == 2 ? Number(halves[1], least, []) : 1;
        bool isReadable = halves.Length <= 2 && ends.Length <= 2
            && first >= least && last <= most && first <= last && step >= 1;
        return isReadable
            ? [.. Enumerable.Range(first!.Value, last!.Value - first.Value + 1).Where(number => (number - first) % step == 0)]
            : [];
    }

    private static int? Number(string text, int least, string[] names)
    {
        int name = Array.IndexOf(names, text.ToLowerInvariant());
        return name >= 0 ? name + least
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : null;
    }
}
