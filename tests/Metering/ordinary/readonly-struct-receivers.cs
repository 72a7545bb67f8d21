static string Run()
{
    ReadOnlyMemory<char> memory = "hello world".AsMemory();
    DateTime date = new(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc);
    KeyValuePair<string, int> pair = new("k", 2);
    ImmutableArray<string> array = ["x", "y"];
    int? maybe = 4, none = null;
    decimal money = 12.345m;
    Range range = 1..^1;
    return $"{memory.Slice(6).Length} {memory.Span.IndexOf('w')} {date.AddDays(1):yyyy-MM-dd} {pair.Key}{pair.Value} {array.Length}{array.IndexOf("y")} {maybe.GetValueOrDefault()} {none.HasValue} {maybe + 1} {decimal.Round(money, 1)} {money.ToString("F2", CultureInfo.InvariantCulture)} {"abcdef"[range]} {date.DayOfWeek} {new Version(1, 2) < new Version("1.10")}";
}
