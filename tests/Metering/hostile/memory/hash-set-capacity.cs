static string Run()
{
    return new HashSet<long>(500_000_000).Count.ToString();
}
