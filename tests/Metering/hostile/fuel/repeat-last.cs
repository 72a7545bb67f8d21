static string Run()
{
    return Enumerable.Repeat(1, int.MaxValue).Select(n => n).Where(n => n == 2).LastOrDefault().ToString();
}
