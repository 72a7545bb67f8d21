static string Run()
{
    return Down(0).ToString();
}

static int Down(int n) => new[] { n }.Select(m => Down(m + 1)).Sum();
