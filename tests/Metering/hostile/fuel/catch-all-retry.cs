static string Run()
{
    while (true) { try { while (true) { } } catch { } }
}
