static string Run()
{
    int Down(int n) => Down(n + 1) + 1; return Down(0).ToString();
}
