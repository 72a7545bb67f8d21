static string Run()
{
    List<Func<int>> functions = [];
    for (int i = 0; i < 3; i++) { int copy = i; functions.Add(() => copy * 10 + i); }
    int counter = 0;
    Action add = () => counter++;
    add += () => counter += 10;
    add();
    add -= add;
    Func<int, Func<int, int>> curried = a => b => a * b;
    int Local(int n = 5, params int[] more) => n + more.Sum() + counter;
    static int Static(int n) => n * n;
    return $"{string.Join(",", functions.Select(f => f()))} {counter} {curried(3)(4)} {Local()} {Local(1, 2, 3)} {Static(7)} {add is null}";
}
