static string Run()
{
    IEnumerable<object> covariant = new List<string> { "a", "b" };
    IEnumerable<object> wrapped = new[] { "x", "y" }.Select(s => s + s);
    System.Collections.IEnumerable untyped = new List<int> { 1, 2 };
    object[] mixed = [1, "two", 3.0, 4];
    IEnumerable<int> list = new List<int> { 5 };
    IOrderedEnumerable<int> ordered = new[] { 3, 1, 2 }.OrderBy(n => n % 2);
    ordered = ordered.ThenByDescending(n => n);
    IReadOnlyCollection<int> counted = list.ToArray();
    return $"{string.Join(",", covariant.Concat(wrapped))} {untyped.Cast<int>().Sum()} {string.Join(",", mixed.OfType<int>())} {list is List<int>} {list is ICollection<int> { Count: 1 }} {string.Join(",", ordered)} {wrapped is IEnumerable<string>} {counted.Count} {wrapped.Cast<string>().First()} {string.Join(",", covariant.OfType<string>().OrderByDescending(s => s))} {Generic(["q"])} {Generic(new HashSet<int> { 1, 2 })} {ReferenceEquals(list.AsEnumerable(), list)}";
}

static string Generic<T>(IEnumerable<T> items) => $"{items.Count()}{items.Select(i => i).ToList().Count}{string.Join("", items.Reverse())}{items is ICollection<T>}";
