static string Run()
{
    return new List<long>(500_000_000).Count.ToString();
}
