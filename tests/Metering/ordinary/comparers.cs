static string Run()
{
    string[] words = ["b10", "a2", "b9", "A2"];
    List<string> list = [.. words];
    list.Sort((x, y) => y.CompareTo(x, StringComparison.Ordinal));
    SortedSet<string> set = new(Comparer<string>.Create((x, y) => x.Length != y.Length ? x.Length - y.Length : string.CompareOrdinal(x, y)));
    set.UnionWith(words);
    Dictionary<Key, int> map = new(new KeyComparer()) { [new("A")] = 1 };
    return $"{string.Join(",", list)} {string.Join(",", set)} {map[new("a")]} {words.Distinct(StringComparer.OrdinalIgnoreCase).Count()} {string.Join(",", words.OrderBy(w => w, new ByLength()))} {words.Max(new ByLength())} {new[] { 3, 1 }.Order(Comparer<int>.Create((x, y) => y - x)).First()}";
}

sealed record Key(string Name);
sealed class KeyComparer : IEqualityComparer<Key> { public bool Equals(Key? x, Key? y) => string.Equals(x?.Name, y?.Name, StringComparison.OrdinalIgnoreCase); public int GetHashCode(Key key) => key.Name.Length; }
sealed class ByLength : IComparer<string> { public int Compare(string? x, string? y) => (x?.Length ?? 0) - (y?.Length ?? 0); }
static int CompareTo(this string x, string y, StringComparison how) => string.Compare(x, y, how);
