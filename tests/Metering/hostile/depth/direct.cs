static string Run()
{
    return Down(0).ToString();
}

static int Down(int n) => Down(n + 1) + 1;
