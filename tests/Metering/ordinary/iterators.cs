static string Run()
{
    return string.Join(" ", Fibonacci().TakeWhile(n => n < 100)) + " | " + string.Join(" ", Walk(new(1, [new(2, []), new(3, [new(4, [])])]))) + " | " + string.Join(" ", Fibonacci().Where(n => n % 2 == 0).Skip(1).Take(3));
}

static IEnumerable<int> Fibonacci() { (int a, int b) = (0, 1); while (true) { yield return a; (a, b) = (b, a + b); } }
static IEnumerable<int> Walk(Tree tree) { yield return tree.Value; foreach (Tree child in tree.Children) { foreach (int value in Walk(child)) { yield return value; } } }
sealed record Tree(int Value, Tree[] Children);
