static string Read<T>(string text) where T : struct, IParsable<T>
{
    try
    {
        return $"{T.Parse(text, null):O}";
    }
    catch (FormatException)
    {
        return T.TryParse(text, null, out _) ? "wrong" : "none";
    }
}

static string Run()
{
    CultureInfo culture = CultureInfo.InvariantCulture;
    List<string> said = [];
    foreach (string text in (string[])["12:00", "12:00 +02:00", "12:00Z", "May 5", "29 February", "02/29", "1.1", "Tue May 5", "5 May 10:00", "2026-05-01"])
    {
        bool isDate = DateTime.TryParse(text, culture, DateTimeStyles.AdjustToUniversal, out DateTime date);
        bool isMoment = DateTimeOffset.TryParse(text.AsSpan(), culture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment);
        bool isDay = DateOnly.TryParse(text, culture, out DateOnly day);
        said.Add($"{text}: {isDate} {date:s} {isMoment} {moment.UtcDateTime:s} {isDay} {day:O}");
    }

    foreach (string text in (string[])["12:00", "May 5", "02/29", "1.1"])
    {
        said.Add($"{text}: {Read<DateTime>(text)} {Read<DateTimeOffset>(text)} {Read<DateOnly>(text)}");
    }

    foreach (string format in (string[])["HH:mm", "MM-dd", "dd", "dddd", "zzz", "M", "t", "yyyy", "yyyy-MM"])
    {
        string text = new DateTime(2026, 5, 12, 9, 30, 0, DateTimeKind.Utc).ToString(format, culture);
        bool isDate = DateTime.TryParseExact(text, format, culture, DateTimeStyles.AdjustToUniversal, out DateTime date);
        bool isMoment = DateTimeOffset.TryParseExact(text, [format], culture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment);
        bool isDay = DateOnly.TryParseExact(text, format, out DateOnly day);
        said.Add($"{format}: {isDate} {date:s} {isMoment} {moment.UtcDateTime:s} {isDay} {day:O}");
    }

    try
    {
        said.AddRange(((string[])["May 5"]).Select(DateTime.Parse).Select(date => $"{date:O}"));
    }
    catch (FormatException exception)
    {
        said.Add(exception.Message);
    }

    return string.Join("\n", said) + "\n";
}
