static string Run()
{
    int n = 0; while (true) { switch (n) { case 0: n = 1; continue; case 1: n = 0; continue; default: return ""; } }
}
