static string Run()
{
    return Down(new Odd()).ToString();
}

interface IDown { int Go(); }
readonly struct Odd : IDown { public int Go() => Down(this); }
static int Down<T>(T odd) where T : IDown => odd.Go() + 1;
