static string Run()
{
    StringBuilder b = new("x"); while (true) { b.Append(b); }
}
