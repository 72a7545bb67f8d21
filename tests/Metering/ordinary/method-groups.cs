static string Run()
{
    string[] words = ["1", "", "22", "3"];
    Func<string, int> parse = int.Parse;
    List<string> sink = [];
    Action<string> add = sink.Add;
    words.Where(w => !string.IsNullOrEmpty(w)).ToList().ForEach(add);
    Func<int, string> format = 42.ToString().PadLeft;
    Func<string> text = 5.ToString;
    object boxed = "virtual";
    Func<string> virtualText = boxed.ToString!;
    Converter<string, string> upper = Upper;
    return $"{words.Where(string.IsNullOrEmpty).Count()} {sink.Select(parse).Sum()} {string.Join(",", sink.Select(int.Parse))} {format(5)} {text()} {virtualText()} {string.Join("", Array.ConvertAll(words, upper))} {Generic<string>("g")()} {words.Aggregate(string.Concat)}";
}

static string Upper(string s) => s.ToUpperInvariant();
static Func<string?> Generic<T>(T value) where T : notnull { Func<T, int, List<T>> repeat = Repeat; Func<string?> text = value.ToString; return () => text() + repeat(value, 2).Count; }
static List<T> Repeat<T>(T value, int count) => [.. Enumerable.Repeat(value, count)];
