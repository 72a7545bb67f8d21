static string Run()
{
    return new StringBuilder(1_000_000_000).Length.ToString();
}
