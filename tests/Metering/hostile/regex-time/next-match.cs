static string Run()
{
    Match m = Regex.Match("b" + new string('a', 45) + "c", @"b|((a+)+)b(?!d)"); return m.NextMatch().Success.ToString();
}
