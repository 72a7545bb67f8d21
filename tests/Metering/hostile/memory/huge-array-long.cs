static string Run()
{
    return new long[0x7FFF_0000L].Length.ToString();
}
