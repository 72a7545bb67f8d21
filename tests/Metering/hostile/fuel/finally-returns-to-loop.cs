static string Run()
{
    int n = 0; while (true) { try { continue; } finally { n ^= 1; } }
}
