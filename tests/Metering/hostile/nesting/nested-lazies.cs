static string Run()
{
    Lazy<int> lazy = new(0); for (int i = 0; i < 100_000; i++) { Lazy<int> inner = lazy; lazy = new(() => inner.Value + 1); } return lazy.Value.ToString();
}
