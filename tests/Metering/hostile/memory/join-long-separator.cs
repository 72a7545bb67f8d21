static string Run()
{
    string s = new('x', 1_000_000); return string.Join(s, new string[10_000]);
}
