static string Run()
{
    Func<int> f = () => { try { while (true) { } } catch { return 1; } }; return (f() + f()).ToString();
}
