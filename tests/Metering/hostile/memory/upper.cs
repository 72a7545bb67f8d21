static string Run()
{
    string s = new('x', 1_000_000); while (true) { s.ToUpperInvariant(); }
}
