static string Run()
{
    return new Regex("a", RegexOptions.None, TimeSpan.FromDays(1)).ToString();
}
