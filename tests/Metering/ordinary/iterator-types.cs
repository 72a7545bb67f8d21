static string Run()
{
    StringBuilder text = new();
    using (IEnumerator<int> numbers = Count(3)) { while (numbers.MoveNext()) { text.Append(numbers.Current); } }
    foreach (object o in Untyped()) { text.Append(o); }
    foreach (int n in new Own()) { text.Append(n); }
    foreach (var (key, value) in new SortedDictionary<string, int> { ["b"] = 2, ["a"] = 1 }) { text.Append(key).Append(value); }
    return text.ToString();
}

static IEnumerator<int> Count(int to) { for (int i = 0; i < to; i++) { yield return i; } }
static System.Collections.IEnumerable Untyped() { yield return 1; yield return "x"; yield return null!; }
sealed class Own { public Enumerator GetEnumerator() => new(); public struct Enumerator { private int at; public int Current => at; public bool MoveNext() => ++at < 4; } }
