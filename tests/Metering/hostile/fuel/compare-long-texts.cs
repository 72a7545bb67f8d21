static string Run()
{
    string a = new('a', 5_000_000), b = new('a', 5_000_000); int n = 0; for (int i = 0; i < 10_000; i++) { if (a == b) { n++; } } return n.ToString();
}
