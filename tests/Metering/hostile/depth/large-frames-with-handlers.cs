static string Run()
{
    string Down(int n) { try { (long, long, long, long, long, long, long) a = (n, n, n, n, n, n, n); var b = (a, a, a, a, a, a, a); var c = (b, b, b, b); c.Item1.Item1.Item1++; return Down(n + 1) + c; } catch { throw; } } return Down(0);
}
