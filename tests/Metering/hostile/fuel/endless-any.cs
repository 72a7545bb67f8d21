static string Run()
{
    return Enumerable.Repeat(1, int.MaxValue).Any(n => n == 2).ToString();
}
