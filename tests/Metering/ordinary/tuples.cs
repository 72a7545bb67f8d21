static string Run()
{
    (int Sum, int Count) total = (0, 0);
    foreach (int n in new[] { 1, 2, 3 }) { total = (total.Sum + n, total.Count + 1); }
    (int a, int b) = (1, 2);
    (a, b) = (b, a);
    var nested = ((1, "x"), (2.5, 'y'), new[] { 1 });
    Dictionary<(string, int), string> map = new() { [("a", 1)] = "first" };
    return $"{total} {a}{b} {nested.Item1} {nested.Item2.Item2} {(1, 2) == (1, 2)} {("a", 1).Equals(("a", 1))} {map[("a", 1)]} {(1, 2, 3, 4, 5, 6, 7, 8, 9).Item9} {(1, "b").CompareTo((1, "a"))}";
}
