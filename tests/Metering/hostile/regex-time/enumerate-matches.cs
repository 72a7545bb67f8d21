static string Run()
{
    int n = 0; foreach (ValueMatch m in Regex.EnumerateMatches((new string('a', 45) + "c").AsSpan(), @"((a+)+)b(?!d)")) { n++; } return n.ToString();
}
