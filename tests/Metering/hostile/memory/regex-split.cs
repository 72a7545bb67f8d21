static string Run()
{
    string s = new('a', 3_000_000); return Regex.Split(s, "").Length.ToString();
}
