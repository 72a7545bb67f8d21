static string Run()
{
    return string.Join(",", new[] { "a", "bb", "ccc", "d", "e", "f", "g", "zz", "" }.Select(Word));
}

static string Word(string s)
{
    switch (s) { case "a": return "1"; case "bb": return "2"; case "ccc": return "3"; case "d": goto case "a"; case "e": case "f": return "5"; case "g": return "7"; case "": return "none"; default: return "?"; }
}
