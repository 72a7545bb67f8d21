static string Run()
{
    try { return Regex.Match(new string('a', 50), @"^(a|aa)+$(?<=b)").Value; } catch (RegexMatchTimeoutException) { return "swallowed"; } catch (Exception) { return "swallowed"; }
}
