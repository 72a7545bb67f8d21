static string Run()
{
    try { throw new Exception(); } catch (Exception) when (Loop()) { return "caught"; } catch { return "swallowed"; }
}

static bool Loop() { while (true) { } }
