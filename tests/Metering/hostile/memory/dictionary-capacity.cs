static string Run()
{
    return new Dictionary<long, long>(500_000_000).Count.ToString();
}
