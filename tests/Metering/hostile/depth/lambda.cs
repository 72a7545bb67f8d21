static string Run()
{
    Func<int, int> f = null!; f = n => f(n + 1) + 1; return f(0).ToString();
}
