static string Run()
{
    Stack<int> ints = new();
    ints.Push(1);
    return $"{Largest([3, 9, 2])} {Largest(["b", "a"])} {new Pair<int, string>(1, "x").Swap()} {Make<Thing>().Name} {Describe(5)} {Describe("s")} {Describe<object>(null!)} {Cache<int>.Name} {Same(1, 1)} {Same("a", "b")} {Total<int>([1, 2, 3])}";
}

static T Largest<T>(IEnumerable<T> items) where T : IComparable<T> { T? best = default; bool any = false; foreach (T item in items) { if (!any || item.CompareTo(best!) > 0) { best = item; any = true; } } return best!; }
readonly struct Pair<A, B>(A first, B second) { public Pair<B, A> Swap() => new(second, first); public override string ToString() => $"<{first},{second}>"; }
sealed class Thing { public string Name => "thing"; }
static T Make<T>() where T : new() => new();
static string Describe<T>(T value) => value is null ? "null" : value.ToString() + value.GetType().Name;
static class Cache<T> { public static readonly string Name = typeof(T) == typeof(int) ? "int" : "other"; }
static bool Same<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);
static T Total<T>(IEnumerable<T> items) where T : System.Numerics.INumber<T> { T total = T.Zero; foreach (T item in items) { total += item; } return total; }
