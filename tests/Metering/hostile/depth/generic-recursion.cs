static string Run()
{
    return Down(0, 0).ToString();
}

static int Down<T>(T value, int n) => Down(value, n + 1);
