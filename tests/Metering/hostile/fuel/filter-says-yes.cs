static string Run()
{
    try { while (true) { } } catch (Exception) when (Yes()) { return "caught"; }
}

static bool Yes() => true;
