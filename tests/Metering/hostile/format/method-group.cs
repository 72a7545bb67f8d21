static string Run()
{
    Func<string, string> f = 5.ToString; return f("D999999999");
}
