static string Run()
{
    Dictionary<int, long> known = [];
    long Fibonacci(int n) => n < 2 ? n : known.TryGetValue(n, out long value) ? value : known[n] = Fibonacci(n - 1) + Fibonacci(n - 2);
    Queue<(int X, int Y)> open = new([(0, 0)]);
    HashSet<(int, int)> seen = [(0, 0)];
    while (open.Any()) { var (px, py) = open.Dequeue(); foreach (var next in new[] { (px + 1, py), (px, py + 1) }) { if (next.Item1 < 60 && next.Item2 < 60 && seen.Add(next)) { open.Enqueue(next); } } }
    var primes = Enumerable.Range(2, 2000).Where(n => Enumerable.Range(2, (int)Math.Sqrt(n) - 1).All(m => n % m != 0)).ToList();
    return $"{Fibonacci(80)} {seen.Count} {primes.Count}";
}
