static string Run()
{
    List<string> many = [.. Enumerable.Repeat(new string('a', 1_000_000), 10_000)]; return many.Count(string.IsNullOrWhiteSpace).ToString() + many.Sum(Length);
}

static int Length(string s) => s.IndexOf("b", StringComparison.Ordinal);
