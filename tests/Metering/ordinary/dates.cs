static string Run()
{
    DateTimeOffset when = DateTimeOffset.Parse("2024-03-01T10:00:00+02:00", CultureInfo.InvariantCulture);
    DateOnly day = new(2024, 2, 28);
    TimeSpan span = TimeSpan.Parse("1.02:03:04", CultureInfo.InvariantCulture);
    return $"{when.UtcDateTime:O} {day.AddDays(2)} {span.TotalHours:F2} {(when - when.AddDays(-3)).Days} {DateTime.TryParseExact("20240102", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime exact)} {exact:d MMM yyyy} {TimeOnly.Parse("13:05", CultureInfo.InvariantCulture)} {day.DayOfWeek}";
}
