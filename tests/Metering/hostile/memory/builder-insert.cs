static string Run()
{
    StringBuilder b = new(); b.Insert(0, new string('x', 100_000), 100_000); return "";
}
