static string Run()
{
    int n = 0; while (true) { try { Deep(100); } catch (Exception) { n ^= 1; } }
}

static void Deep(int n) { if (n == 0) { throw new Exception(); } Deep(n - 1); }
