static string Run()
{
    return "x".PadLeft(int.MaxValue / 4);
}
