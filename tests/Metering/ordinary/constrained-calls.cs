static string Run()
{
    Counter counter = new();
    Bump(ref counter);
    Bump(ref counter);
    return $"{counter.Value} {Show(counter)} {Show(3)} {Show("s")} {Show(DayOfWeek.Monday)} {Hash(5) == Hash(5)} {Compare(2, 3)} {Compare("b", "a")}";
}

interface IBump { void Bump(); }
struct Counter : IBump { public int Value; public void Bump() => Value++; public override string ToString() => $"c{Value}"; }
static void Bump<T>(ref T target) where T : IBump => target.Bump();
static string? Show<T>(T value) => value!.ToString();
static bool Hash<T>(T value) => value!.Equals(value);
static int Compare<T>(T a, T b) where T : IComparable<T> => Math.Sign(a.CompareTo(b));
