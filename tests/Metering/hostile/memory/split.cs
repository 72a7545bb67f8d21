static string Run()
{
    return new string(',', 20_000_000).Split(',').Length.ToString();
}
