static string Run()
{
    return Holder<int>.Sum([3, 4]) + " " + Map(new[] { "a", "b" }, "b") + " " + Map(new[] { 1, 2 }, 2) + " " + Holder<string>.Count(["x"]);
}

static string Map<T>(T[] items, T wanted) where T : IEquatable<T>
{
    Func<T, bool> equals = wanted.Equals;
    Predicate<T> contains = new HashSet<T> { wanted }.Contains;
    Func<T[], IEnumerable<T>> reversed = Enumerable.Reverse;
    return $"{items.Count(equals)}{Array.FindIndex(items, contains)}{string.Join("", reversed(items))}";
}
static class Holder<T>
{
    public static string Sum(List<T> items) { Action<T> add = items.Add; foreach (T item in items.ToArray()) { add(item); } return string.Join("+", items); }
    public static int Count(IEnumerable<T> items) { Func<IEnumerable<T>, int> count = Enumerable.Count; return count(items); }
}
