static string Run()
{
    StringBuilder b = new(); while (true) { b.Append("growing and growing"); }
}
