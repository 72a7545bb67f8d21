static string Run()
{
    List<List<int>> kept = []; while (true) { kept.Add([]); }
}
