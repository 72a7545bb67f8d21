// What everyday policies take from the library.
using System.Text;

Verdict Judge(Node node)
{
    DateTimeOffset date = DateTimeOffset.Parse("2026-01-02T03:04:05+01:00", CultureInfo.InvariantCulture);
    TimeSpan age = DateTime.ParseExact("2026-02-03", "yyyy-MM-dd", CultureInfo.InvariantCulture) - date.UtcDateTime;
    DateOnly day = DateOnly.FromDateTime(date.Date).AddDays(3);
    bool parsed = Version.TryParse("1.2.3", out Version? version) && version >= new Version(1, 2)
        && Uri.TryCreate("https://example.org/a?b=c", UriKind.Absolute, out Uri? uri) && uri.Host.EndsWith("org", StringComparison.Ordinal)
        && Guid.TryParse("d3b07384-d9a0-4c9b-8f6b-0123456789ab", out Guid id) && id != Guid.Empty
        && decimal.TryParse("1.50", NumberStyles.Number, CultureInfo.InvariantCulture, out decimal amount) && decimal.Round(amount, 1) > 1m
        && long.TryParse("0x1F"[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out long hex) && hex == 31;
    Match match = Regex.Match("name:tag", "^(?<name>[^:]+):(?<tag>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    string replaced = Regex.Replace("a1b2", "[0-9]", found => $"<{found.Value}>");
    string encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes("text")) + Encoding.UTF8.GetString(Convert.FromBase64String("dGV4dA=="));
    string text = "a,b;c".Split([',', ';'], StringSplitOptions.TrimEntries) is [var head, .. var tail]
        ? string.Format(CultureInfo.InvariantCulture, "{0,-5}|{1}", head, string.Concat(tail)).PadLeft(20).Trim().ToUpperInvariant().Replace("A", "b", StringComparison.Ordinal)
        : string.Empty;
    PriorityQueue<string, int> queue = new();
    queue.Enqueue("a", 1);
    SortedDictionary<string, int> sorted = new(StringComparer.Ordinal) { ["a"] = 1 };
    ImmutableArray<int>.Builder builder = ImmutableArray.CreateBuilder<int>(3);
    builder.Add(Math.Clamp(5, 1, 3));
    LinkedList<int> linked = new([1, 2]);
    int[] copy = [.. linked];
    Array.Sort(copy, (left, right) => right - left);
    Queue<int> first = new(copy);
    Stack<int> last = new(copy);
    bool any = char.IsLetterOrDigit('a') && copy.AsSpan().IndexOf(2) >= 0 && EqualityComparer<string>.Default.Equals("a", "a") && ReferenceEquals(text, text);
    string all = FormattableString.Invariant($"{age.TotalDays:F1} {day:O}") + new string('-', 3) + nameof(Judge) + double.Pi.ToString("F2", CultureInfo.InvariantCulture);
    return parsed && any && match.Groups["name"].Success && queue.TryDequeue(out string? item, out int priority)
        ? Each(Enumerable.Range(0, 3).Chunk(2).Zip(copy).DistinctBy(pair => pair.Second), pair => Pass(node))
        : All([Fail(node, $"{replaced}{encoded}{all}{sorted.First().Key}{first.Peek()}{last.Pop()}{builder.ToImmutable().Length}", Set(node, "x"))]);
}
