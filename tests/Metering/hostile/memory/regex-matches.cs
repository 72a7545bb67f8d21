static string Run()
{
    string s = new('a', 5_000_000); return Regex.Matches(s, ".").Count.ToString();
}
