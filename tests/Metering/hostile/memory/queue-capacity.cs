static string Run()
{
    return new Queue<long>(500_000_000).Count.ToString();
}
