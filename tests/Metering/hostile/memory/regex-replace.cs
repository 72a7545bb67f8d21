static string Run()
{
    string s = new('a', 100_000); return Regex.Replace(s, "a", s);
}
