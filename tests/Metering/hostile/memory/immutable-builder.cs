static string Run()
{
    return ImmutableArray.CreateBuilder<long>(500_000_000).Count.ToString();
}
