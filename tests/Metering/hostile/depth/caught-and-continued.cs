static string Run()
{
    int Down(int n) { try { return Down(n + 1); } catch { return Down(n + 1); } } return Down(0).ToString();
}
