static string Run()
{
    StringBuilder b = new(new string('a', 100_000)); b.Replace("a".AsSpan(), new string('b', 100_000).AsSpan()); return "";
}
