static string Run()
{
    return new Odd().Grow(1, 0);
}

interface IGrow { string Grow<T>(T value, int n); }
sealed class Odd : IGrow { public string Grow<T>(T value, int n) => n > 100 ? "" : ((IGrow)this).Grow<T[]>([value], n + 1); }
