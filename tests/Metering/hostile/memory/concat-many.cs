static string Run()
{
    string s = new('x', 1_000_000); return string.Concat(s, s, s, s).Length + string.Concat(Enumerable.Repeat(s, 100).ToArray());
}
