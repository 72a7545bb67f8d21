static string Run()
{
    StringBuilder b = new(); b.AppendJoin(new string('x', 1_000_000), new string[10_000]); return "";
}
