static string Run()
{
    return new StringBuilder().Append('x', 1_000_000_000).ToString();
}
