static string Run()
{
    List<int> list = [5, 3, 1];
    list.Sort();
    list.Insert(1, 9);
    list.AddRange([7, 7]);
    list.RemoveAll(n => n == 7);
    list.Reverse();
    Dictionary<string, int> map = new(StringComparer.OrdinalIgnoreCase) { ["a"] = 1, ["B"] = 2 };
    map.TryAdd("b", 9);
    map["c"] = map.GetValueOrDefault("zz", 5) + map.Count;
    Queue<int> queue = new([1, 2, 3]);
    queue.Enqueue(queue.Dequeue());
    Stack<char> stack = new("abc");
    SortedSet<string> sorted = ["b", "a"];
    LinkedList<int> linked = new([1, 2]);
    linked.AddFirst(0);
    PriorityQueue<string, int> priority = new();
    priority.Enqueue("low", 5);
    priority.Enqueue("high", 1);
    SortedList<int, string> pairs = new() { [2] = "two", [1] = "one" };
    HashSet<int> set = [1, 2, 3];
    set.ExceptWith([2]);
    set.UnionWith([9]);
    return $"{string.Join(",", list)} {string.Join(",", map)} {string.Join(",", queue)} {new string([.. stack])} {string.Join(",", sorted)} {string.Join(",", linked)} {priority.Dequeue()} {string.Join(",", pairs.Values)} {string.Join(",", set)} {list.BinarySearch(3)} {list.FindIndex(n => n == 9)} {list.IndexOf(5)} {list.Exists(n => n > 8)} {string.Join(",", list.ConvertAll(n => n * 2))} {list.AsReadOnly().Count} {list.GetRange(0, 2).Count} {map.ContainsKey("A")} {map.Remove("a", out int gone)}{gone} {string.Join(",", map.Keys.Order())}";
}
