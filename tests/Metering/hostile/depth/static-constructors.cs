static string Run()
{
    return First.Value.ToString();
}

static class First { public static readonly int Value = Down(0); private static int Down(int n) => Down(n + 1); }
