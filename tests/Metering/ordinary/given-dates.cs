static T Read<T>(string text) where T : IParsable<T> => T.Parse(text, CultureInfo.InvariantCulture);

static string Tried<T>(ReadOnlySpan<char> text) where T : ISpanParsable<T> => T.TryParse(text, null, out T? value) ? $"{value:O}" : "none";

static string Run()
{
    CultureInfo culture = CultureInfo.InvariantCulture;
    const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    string[] formats = ["yyyy-MM-dd", "dd.MM.yyyy", "yyyy-MM-dd'T'HH:mm"];
    List<string> said = [];
    foreach (string text in (string[])["2026-01-02", "2024-02-29T10:00:00Z", "May 2026", "Friday, 2 January 2026 10:15", "02.03.2026", "01/02/49", "2026-02-30", "soon", ""])
    {
        said.Add(DateTime.TryParse(text, culture, Utc, out DateTime date) ? $"{date:O}" : "none");
        said.Add(DateTime.TryParseExact(text, formats, culture, DateTimeStyles.None, out date) ? $"{date:O}" : "none");
        said.Add(DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? $"{moment:O}" : "none");
        said.Add(DateTimeOffset.TryParseExact(text.AsSpan(), "yyyy-MM-dd", culture, DateTimeStyles.AssumeUniversal, out moment) ? $"{moment:O}" : "none");
        said.Add(DateOnly.TryParse(text, culture, out DateOnly day) ? $"{day:O}" : "none");
        said.Add(DateOnly.TryParseExact(text, "dd.MM.yyyy", out day) ? $"{day:O}" : "none");
        said.Add(Tried<DateTime>(text) == Tried<DateOnly>(text) ? "same" : Tried<DateOnly>(text));
    }

    said.Add($"{Read<DateTime>("2026-05-01"):O} {Read<DateTimeOffset>("2026-05-01T00:00:00+02:00"):O} {Read<DateOnly>("2026-05-01"):O} {Read<int>("42")} {Read<TimeSpan>("1:00")}");
    said.AddRange(((string[])["2026-01-02", "2026-01-03"]).Select(DateOnly.Parse).Select(day => $"{day:R}"));
    said.Add($"{DateTime.ParseExact("2026-01-02 13:00", "yyyy-MM-dd HH:mm", culture):s} {DateTimeOffset.Parse("2026-01-02T10:00:00-05:00", culture):u}");
    try
    {
        said.Add($"{DateTime.Parse("2026-13-01", culture)}");
    }
    catch (FormatException exception)
    {
        said.Add(exception.Message);
    }

    try
    {
        said.Add($"{DateTimeOffset.Parse("2026-12-01", culture, DateTimeStyles.NoCurrentDateDefault)}");
    }
    catch (ArgumentException exception)
    {
        said.Add($"{exception is ArgumentNullException}");
    }

    return string.Join("\n", said) + "\n";
}
