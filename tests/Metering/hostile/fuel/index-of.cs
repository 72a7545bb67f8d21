static string Run()
{
    string text = new('a', 10_000_000); int n = 0; for (int i = 0; i < 10_000; i++) { n += text.IndexOf("ab", StringComparison.Ordinal); } return n.ToString();
}
