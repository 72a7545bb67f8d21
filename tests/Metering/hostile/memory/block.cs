static string Run()
{
    return new long[2000, 2000, 2000].Length.ToString();
}
