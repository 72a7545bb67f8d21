static string Run()
{
    return new List<int>(new Liar().Skip(0)).Count + new Dictionary<int, int>(new Pairs()).Count.ToString();
}

sealed class Liar : List<int> { }
sealed class Pairs : IDictionary<int, int>
{
    public int Count => int.MaxValue; public bool IsReadOnly => true; public ICollection<int> Keys => []; public ICollection<int> Values => [];
    public int this[int key] { get => 1; set { } }
    public void Add(int key, int value) { } public void Add(KeyValuePair<int, int> item) { } public void Clear() { } public bool Contains(KeyValuePair<int, int> item) => true; public bool ContainsKey(int key) => true; public void CopyTo(KeyValuePair<int, int>[] array, int at) { } public bool Remove(int key) => true; public bool Remove(KeyValuePair<int, int> item) => true; public bool TryGetValue(int key, out int value) { value = 1; return true; }
    public IEnumerator<KeyValuePair<int, int>> GetEnumerator() { yield break; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
