static string Run()
{
    return $"{Join("-", "a", "b", "c")} {Spans(1, 2)} {Objects("x", 1, null)} {List("q", "r")} {string.Join(", ", 1, "two", 3.5, 'c')} {string.Concat("a", "b", "c", "d", "e")} {string.Format("{0}{1}{2}{3}", 1, 2, 3, 4)} {Path("a", "b")}";
}

static string Join(string separator, params string[] parts) => string.Join(separator, parts);
static int Spans(params ReadOnlySpan<int> numbers) => numbers.Length + numbers[0];
static string Objects(params object?[] values) => string.Join("/", values);
static string List(params IEnumerable<string> items) => string.Concat(items);
static string Path(params List<string> items) => string.Join(".", items);
