static string Run()
{
    ImmutableList<int> list = []; while (true) { list = list.Add(1); }
}
