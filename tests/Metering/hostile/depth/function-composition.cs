static string Run()
{
    Func<int, int> f = n => n; for (int i = 0; i < 100_000; i++) { Func<int, int> inner = f; f = n => inner(n) + 1; } return f(0).ToString();
}
