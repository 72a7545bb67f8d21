static string Run()
{
    IFormattable f = 5; return f.ToString("D999999999", null);
}
