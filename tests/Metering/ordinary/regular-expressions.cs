static string Run()
{
    Regex version = new(@"^v(?<major>\d+)\.(\d+)$");
    Match match = version.Match("v12.34");
    return string.Join(" ", match.Success, match.Groups["major"].Value, match.Groups[1].Value, Regex.IsMatch("abc", "^a.c$"), Regex.Replace("a1b22", @"\d+", m => $"<{m.Length}>"), Regex.Replace("john smith", @"(\w+) (\w+)", "$2 $1"), string.Join(",", Regex.Split("a, b;c", @"[,;]\s*")), Regex.Matches("a1b2", @"\d").Count, string.Join(",", Regex.Matches("x=1 y=2", @"(\w)=(\d)").Select(m => m.Groups[1].Value + m.Groups[2].Value)), Regex.Count("banana", "an"), Regex.Escape("a.b"), Regex.Match("aabb", @"(a)+(b)+").Groups[1].Captures.Count, Regex.IsMatch("foobar", "foo(?=bar)"), Regex.Match("abab", @"(ab)\1").Value, new Regex("A", RegexOptions.IgnoreCase | RegexOptions.Compiled).Replace("banana", "o", 2), match.NextMatch().Success, Regex.Match("2024-01", @"(?<y>\d{4})-(?<m>\d\d)").Result("${m}/${y}"), version.IsMatch("v1.x"), Matches("a-b-c"));
}

static int Matches(ReadOnlySpan<char> text) { int n = 0; foreach (ValueMatch m in Regex.EnumerateMatches(text, "[a-c]")) { n += m.Index; } return n; }
