static string Run()
{
    int Down(int n) { if (n == 0) { throw new InvalidOperationException(); } return Down(n - 1) + 1; }
    int caught = 0;
    for (int i = 0; i < 200; i++) { try { Down(100); } catch (InvalidOperationException) { caught++; } }
    return caught.ToString();
}
