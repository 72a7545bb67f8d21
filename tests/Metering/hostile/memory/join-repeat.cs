static string Run()
{
    string s = new('x', 100_000); return string.Join(",", Enumerable.Repeat(s, 10_000));
}
