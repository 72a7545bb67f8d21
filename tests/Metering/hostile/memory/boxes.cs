static string Run()
{
    List<object> kept = []; long n = 0; while (true) { kept.Add(n++); }
}
