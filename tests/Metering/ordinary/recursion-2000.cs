static string Run()
{
    int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);
    Func<int, int> lambda = null!;
    lambda = n => n == 0 ? 0 : 1 + lambda(n - 1);
    bool Even(int n) => n == 0 || Odd(n - 1);
    bool Odd(int n) => n != 0 && Even(n - 1);
    return $"{Depth(2000)} {lambda(2000)} {Even(2000)} {Tree(2000).Sum()}";
}

static Node Tree(int depth) => new(depth, depth == 0 ? [] : [Tree(depth - 1)]);
sealed record Node(int Value, Node[] Children)
{
    public int Sum() => Value + Children.Sum(child => child.Sum());
}
