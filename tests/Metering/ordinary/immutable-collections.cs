static string Run()
{
    ImmutableArray<int> array = [1, 2, 3];
    ImmutableList<int> list = ImmutableList.Create(1, 2).Add(3).Insert(0, 0);
    ImmutableDictionary<string, int> map = ImmutableDictionary<string, int>.Empty.Add("a", 1).SetItem("b", 2);
    ImmutableSortedSet<int> sorted = [3, 1, 2];
    ImmutableStack<int> stack = ImmutableStack<int>.Empty.Push(1).Push(2);
    ImmutableQueue<int> queue = ImmutableQueue.Create(1, 2);
    ImmutableArray<string>.Builder builder = ImmutableArray.CreateBuilder<string>(2);
    builder.Add("x");
    builder.AddRange("y", "z");
    var other = map.ToBuilder();
    other["c"] = 3;
    return $"{string.Join(",", array.Add(4).RemoveAt(0).SetItem(0, 9))} {string.Join(",", list.RemoveAll(n => n == 2))} {map["b"]}{map.ContainsKey("z")} {string.Join(",", sorted)} {stack.Peek()}{stack.Pop().Peek()} {queue.Dequeue().Peek()} {builder.ToImmutable().Length} {other.ToImmutable().Count} {array.Where(n => n > 1).ToImmutableArray().Length} {array.IsDefaultOrEmpty} {default(ImmutableArray<int>).IsDefault} {array.SequenceEqual(array)} {new[] { 2, 1 }.ToImmutableSortedDictionary(n => n, n => n * n)[2]} {array.Sort((a, b) => b - a)[0]} {"ab".ToImmutableHashSet().Count} {array.AsSpan().Length} {list.IndexOf(3)}";
}
