static string Run()
{
    string s = new('x', 1_000_000); return string.Format(string.Concat(Enumerable.Repeat("{0}", 10_000)), s);
}
