static string Run()
{
    return Regex.IsMatch("a", new string('a', 20_000)).ToString();
}
