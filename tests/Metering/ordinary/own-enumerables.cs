static string Run()
{
    Ring ring = new([1, 2, 3]);
    OwnList list = new();
    IEnumerable<int> both = ring.Concat(list);
    return $"{ring.Take(7).Sum()} {string.Join(",", list.Select(n => n * 2))} {list.Count()} {list.Contains(2)} {new List<int>(list).Count} {both.Skip(2).First()} {string.Join(",", list.Order())} {list.ToArray().Length} {new HashSet<int>(list).Count} {list.Max()}";
}

sealed class Ring(int[] items) : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { for (int i = 0; ; i = (i + 1) % items.Length) { yield return items[i]; } } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
sealed class OwnList : IReadOnlyCollection<int> { public int Count => 3; public IEnumerator<int> GetEnumerator() { yield return 3; yield return 1; yield return 2; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
