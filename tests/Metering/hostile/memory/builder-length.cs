static string Run()
{
    StringBuilder b = new(); b.Length = 1_000_000_000; return b.Length.ToString();
}
