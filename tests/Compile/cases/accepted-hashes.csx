// Hash codes for collections, as records and comparers make them.
Verdict Judge(Node node) => new HashSet<Name>(new ByText()) { new("a") }.Contains(new("A")) ? Pass(node) : Fail(node, "no");

record Name(string Text)
{
    public override int GetHashCode() => HashCode.Combine(Text, StringComparer.Ordinal.GetHashCode(Text));

    public virtual bool Equals(Name? other) => other?.Text == Text;
}

sealed class Path(string[] steps) : IEquatable<Path>
{
    public bool Equals(Path? other) => other is not null && steps.SequenceEqual(other.Steps);

    public IEnumerable<string> Steps => steps;

    public override bool Equals(object? other) => Equals(other as Path);

    public override int GetHashCode()
    {
        HashCode hash = new();
        foreach (string step in steps)
        {
            hash.Add(step);
        }

        return steps.Aggregate(hash.ToHashCode(), (all, step) => all * 31 + step.GetHashCode());
    }
}

sealed class ByText : IEqualityComparer<Name>
{
    public bool Equals(Name? left, Name? right) => Bare(left!.Text) == Bare(right!.Text);

    public int GetHashCode(Name name) => Bare(name.Text).GetHashCode();

    private static string Bare(string text) => text.Trim().ToUpperInvariant();
}

sealed class Person(string? name, int? team, Name[] friends)
{
    private const int Prime = 16777619;

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode()
    {
        int hash = 17;
        hash = hash * 31 + (name?.GetHashCode() ?? 0);
        hash = (hash * 397) ^ team.GetHashCode();
        hash ^= name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(name);
        foreach (Name friend in friends)
        {
            hash = hash * Prime + friend.GetHashCode();
        }

        return unchecked((int)((uint)hash * 2654435761u));
    }
}

sealed class Pair(string left, string right)
{
    public override int GetHashCode()
    {
        int hash = left.GetHashCode();
        hash = ((hash << 5) + hash) ^ right.GetHashCode();
        return System.Numerics.BitOperations.RotateLeft((uint)hash, 7).GetHashCode() * -1521134295 + right.Length;
    }
}

sealed class Listed(string[] names)
{
    public override int GetHashCode() => names.Select(name => name.GetHashCode()).Aggregate(17, (hash, next) => (hash * 31) + next);
}

abstract class Shape
{
    public override int GetHashCode() => 5;
}

sealed class Square : Shape
{
    public override bool Equals(object? other) => other is Square;
}

static class Keys
{
    public static HashSet<Square> Squares() => [];

    public static Dictionary<(Person, string, int?), int> Pairs() => [];

    public static int Subjects(IEnumerable<Container> containers) =>
        containers.GroupBy(container => (container, new Name("x"), container.Environment, Severity.High, DateOnly.MinValue)).Count();

    public static int OfLibrary(IEnumerable<Location> places, List<int>[] lists, IEnumerable<(string, List<int>)> both) =>
        places.Distinct().Count() + lists.ToHashSet().Count + both.Distinct().Count();

    public static int Anonymous(IEnumerable<Name> names) => names.ToLookup(name => new { name, Length = 1 }).Count;

    public static IEnumerable<KeyValuePair<Square, List<int>>> Walked(Dictionary<Square, List<int>> lists) => lists.OrderBy(one => one.Value.Count);
}

class Caching(string text)
{
    private int? known;

    public override int GetHashCode()
    {
        known ??= text.GetHashCode(StringComparison.Ordinal);
        int hash = Mix(known.Value, text.Length);
        Dictionary<char, int> counts = [];
        foreach (char letter in text)
        {
            counts[letter] = counts.GetValueOrDefault(letter) + 1;
        }

        return hash > 0 ? hash & 255 : Folded() + counts.Count;

        int Folded() => text.Select(letter => letter.GetHashCode()).Aggregate(hash, Mix);
    }

    private static int Mix(int hash, int next) => unchecked((hash * 31) + next);
}

interface ICell
{
    int Value { get; }
}

sealed class Cell(int value) : ICell, IEquatable<Cell>
{
    public int Value => value;

    public bool Equals(Cell? other) => other?.Value == Value;

    public override bool Equals(object? other) => Equals(other as Cell);

    public override int GetHashCode() => Value;
}

class Plain(string name)
{
    public string Name => name;
}

struct Point
{
    public int X;
    public int Y;
}

class Multi<T>
    where T : notnull
{
    private readonly Dictionary<T, List<int>> lists = [];

    public int Count => lists.Count;
}

static class OrdinaryKeys
{
    public static HashSet<T> Unique<T>(IEnumerable<T> items) => [.. items];

    public static int Count(IEnumerable<Plain> plain, IEnumerable<ICell> cells, IEnumerable<Point> points, IEnumerable<Exception> thrown) =>
        Unique(plain).Count + cells.Distinct().Count() + points.ToHashSet().Count + thrown.Distinct().Count() + new Multi<string>().Count
        + Unique(cells.Select(cell => (cell, 1))).Count + plain.ToDictionary(one => KeyValuePair.Create(one.Name, 1)).Count;

    public static int Listed(IEnumerable<(string Name, IEnumerable<string> Items)> lists) => Unique(lists).Count + lists.Distinct().Count();

    private static int ComputeGetHashCode(string text) => text.Length;

    public static int Computed() => ComputeGetHashCode("a");
}
