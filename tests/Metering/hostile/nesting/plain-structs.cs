static string Run()
{
    object o = 1; object p = 1; for (int i = 0; i < 100_000; i++) { o = new Plain { Inner = o }; p = new Plain { Inner = p }; } return o.Equals(p).ToString();
}

struct Plain { public object? Inner; }
