static string Run()
{
    string s = new('a', 100_000); return s.Replace("a", s);
}
