static string Run()
{
    string key = new('k', 5_000_000); return Enumerable.Range(0, 10_000).GroupBy(_ => key).Count().ToString();
}
