static string Run()
{
    List<Func<int>> kept = []; for (int i = 0; ; i++) { int n = i; kept.Add(() => n); }
}
