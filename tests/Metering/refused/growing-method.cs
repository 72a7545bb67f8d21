static string Run()
{
    return Grow(1, 0);
}

static string Grow<T>(T value, int n) => n > 100 ? "" : Grow((value, value), n + 1);
