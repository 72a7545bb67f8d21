static string Run()
{
    return new StringBuilder().EnsureCapacity(1_000_000_000).ToString();
}
