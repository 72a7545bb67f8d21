// The language as it is written every day, and every year a little more of it.
using System.Numerics;
using System.Text;

int calls = 0;
var team = (Name: "a", Size: 3);
(string first, int second) = team;
int[] numbers = [1, 2, 3, .. Enumerable.Range(4, 3)];
Span<int> span = numbers;
ReadOnlySpan<char> letters = "letters".AsSpan()[1..^1];
List<int> list = [.. numbers, 9];
Dictionary<string, int> counts = new() { ["a"] = 1, ["b"] = 2 };
ILookup<int, string> lookup = counts.ToLookup(pair => pair.Value, pair => pair.Key);
var anonymous = counts.Select(pair => new { pair.Key, Twice = pair.Value * 2 }).ToList();
Func<int, int> twice = static one => one * 2;
Action count = () => calls++;
Lazy<int> late = new(() => 5);
StringBuilder text = new();

Verdict Judge(Node node)
{
    count();
    foreach ((string key, int value) in counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
    {
        text.Append(key).Append(CultureInfo.InvariantCulture, $"{value:D2}").AppendLine();
    }

    var query = from one in numbers
                join other in list on one equals other
                let sum = one + other
                where sum > 2
                orderby sum descending, one
                group sum by sum % 2 into parts
                select (parts.Key, Sum: parts.Sum());
    string kind = node switch
    {
        { IsMissing: true } => "missing",
        { Text: "a" or "b", Path.Length: > 3 and < 9 } => "ab",
        { Items: var items } when items.Any() => "items",
        _ => "else",
    };
    string shape = numbers is [1, .., var last] and { Length: > 2 } ? $"{last}" : numbers is [] ? "none" : "other";
    try
    {
        using Scope scope = new(kind);
        checked
        {
            numbers[0]++;
            numbers[^1] += twice(2);
        }

        goto done;
    }
    catch (Exception failure) when (failure is FormatException or KeyNotFoundException { Message.Length: > 0 })
    {
        return Fail(node, failure.Message);
    }
    finally
    {
        calls = 0;
    }

done:
    Total total = new Total(1) + new Total(2);
    total += new Total(3);
    return Local(total) > 3 && Sum<decimal>([1m, 2m]) == 3m && new Tree(1).With(2).Walk().Any() && new Ring<int> { 1, 2 }.Count == 2
        ? Pass(node)
        : Fail(node, $"{shape}{string.Join(",", query)}{text}{first}{second}{late.Value}{lookup[1].Count()}{anonymous.Count}");

    static int Local(Total total) => total switch { { Amount: var amount } when amount > 0 => amount, _ => 0 };
}

T Sum<T>(IEnumerable<T> all) where T : INumber<T>
{
    T sum = T.Zero;
    foreach (T one in all)
    {
        sum += one;
    }

    return sum;
}

IEnumerable<int> Fibonacci()
{
    (int left, int right) = (0, 1);
    while (left < 100)
    {
        yield return left;
        (left, right) = (right, left + right);
    }
}

sealed class Scope(string name) : IDisposable
{
    public string Name => name;

    public event Action? Closed;

    public void Dispose() => Closed?.Invoke();
}

readonly record struct Total(int Amount)
{
    public static Total operator +(Total left, Total right) => new(left.Amount + right.Amount);

    public static implicit operator Total(int amount) => new(amount);

    public void Deconstruct(out int amount) => amount = Amount;
}

sealed record Tree(int Value, ImmutableArray<Tree> Children = default)
{
    public Tree With(int value) => this with { Value = value };

    public IEnumerable<int> Walk() => Children.IsDefault ? [Value] : Children.SelectMany(child => child.Walk()).Prepend(Value);
}

sealed class Ring<T> : IEnumerable<T>
{
    private readonly List<T> items = [];

    public int Count => items.Count;

    public T this[Index at] => items[at];

    public string Name { get; set => field = value.Trim(); } = "";

    public void Add(T item) => items.Add(item);

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

interface IShape
{
    static abstract string Name { get; }

    double Area { get; }

    string Describe() => $"{Area:F2}";
}

sealed class Square(double side) : IShape, IComparable<Square>
{
    public static string Name => "square";

    public double Area => Math.Pow(side, 2);

    public int CompareTo(Square? other) => Area.CompareTo(other?.Area);
}

string NameOf<T>() where T : IShape => T.Name;

[Flags]
enum Options { None = 0, Left = 1, Right = 1 << 1, Both = Left | Right }

bool Has(Options options) => options.HasFlag(Options.Left) && Enum.TryParse("Both", ignoreCase: true, out Options both) && both == options;

sealed class Careless(string message) : InvalidOperationException(message)
{
    public override string Message => $"careless: {base.Message}";
}

ref struct Cursor(ReadOnlySpan<char> rest)
{
    private ReadOnlySpan<char> rest = rest;

    public bool Next() => !rest.IsEmpty && (rest = rest[1..]).Length > 0;
}

static class ConstantSpans
{
    public static bool Same(string[] words) => words.SequenceEqual(["z", "y"], StringComparer.Ordinal) && words.AsSpan().SequenceEqual(["a", "b"]);

    public static bool IsAny(ReadOnlySpan<string> words) => words.Contains("a") && IsAny(["a", "b", "c"]);
}
