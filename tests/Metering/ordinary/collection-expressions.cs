static string Run()
{
    int[] array = [1, 2, 3];
    List<int> list = [0, .. array, 4];
    ImmutableArray<int> immutable = [.. list, .. array.Where(n => n > 1)];
    HashSet<string> set = ["a", "b", "a"];
    IEnumerable<int> sequence = [1, .. list];
    IReadOnlyList<string> strings = ["x", "y"];
    ReadOnlySpan<string> span = ["p", "q", .. strings];
    ICollection<int> collection = [5, 6];
    IEnumerable<int> single = [7];
    int[][] jagged = [[1], [], [2, 3]];
    Dictionary<string, int> empty = [];
    collection.Add(8);
    return $"{list.Count} {immutable.Length} {set.Count} {sequence.Sum()} {strings[1]} {span.Length} {string.Join("", span.ToArray())} {collection.Count} {single.Single()} {jagged.Sum(row => row.Length)} {empty.Count} {string.Join(",", immutable)}";
}
