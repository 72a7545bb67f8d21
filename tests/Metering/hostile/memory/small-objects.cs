static string Run()
{
    List<object> kept = []; while (true) { kept.Add(new object()); }
}
