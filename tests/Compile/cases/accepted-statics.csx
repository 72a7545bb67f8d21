// Statics that cannot change, or are only read.
const string Prefix = "a";
static readonly int Longest = 100;
static readonly string[] Fields = ["hostNetwork", "hostPID"];
static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "a", "b" };
static readonly Dictionary<string, int> Weights = new(StringComparer.Ordinal) { ["a"] = 1, ["b"] = 2 };
static readonly IReadOnlyList<string> Shown = ["a", "b"];
static readonly List<int> Ports = [80, 443];
static readonly ImmutableArray<string> Steps = ["x"];
static readonly ImmutableSortedDictionary<string, int> Sorted = new Dictionary<string, int> { ["a"] = 1 }.ToImmutableSortedDictionary(StringComparer.Ordinal);
static readonly Regex Name = new("^[a-z]+$", RegexOptions.CultureInvariant);
static readonly Version Oldest = new(1, 2);
static readonly Func<Node, bool> IsOpen = node => node.IsTrue;
static readonly Comparer<string> ByLength = Comparer<string>.Create((left, right) => left.Length - right.Length);
static readonly IComparer<string> Plain = StringComparer.Ordinal;
static readonly Range Wanted = new(1, 2);
static readonly ImmutableArray<Rule> Rules = [new Required("x"), new Bounded(5)];
static readonly (string Name, int Weight)[] Pairs = [("a", 1)];
static readonly DateOnly Since = new(2026, 1, 1);
static readonly Quantity Most = Quantity.Parse("4Gi");

return new Policy<Container>
{
    Title = "Statics", Severity = Low, Controls = [], Remediation = "",
    Subjects = estate => estate.Containers,
    Evaluate = container => Each(Fields, field => Judge(container[field])),
};

Verdict Judge(Node node)
{
    foreach (string field in Fields)
    {
        if (Known.Contains(field) && Weights.TryGetValue(field, out int weight) && weight > 1)
        {
            return Pass(node);
        }
    }

    var copy = Fields.ToList();
    copy.Add(string.Join(", ", Fields));
    string[] same = Fields;
    string first = same[0] + Fields[^1] + string.Concat(Shown.Select(one => one.ToUpperInvariant())) + Weights.GetValueOrDefault("a");
    bool any = Ports.Contains(80) && Fields.Contains("x") && Array.IndexOf(Fields, "x") < 0 && Steps.Any() && Has(Fields, "y") && Pairs.Length == 1;
    List<string> all = [.. Fields, .. from outer in Shown from inner in Fields select outer + inner];
    return IsOpen(node) && any && Name.IsMatch(first) && ByLength.Compare("a", "b") == Plain.Compare("a", "b") && Rules[0].Holds(node) && Since.Year > Oldest.Major
        ? Pass(node)
        : Fail(node, $"{all.Count} {Longest} {Wanted.Least} {Sorted["a"]} {Prefix} {Most}");
}

bool Has(IEnumerable<string> options, string option) => options.Contains(option);

sealed record Range(int Least, int Most);

abstract class Rule
{
    public abstract bool Holds(Node node);
}

sealed class Required(string field) : Rule
{
    public override bool Holds(Node node) => node[field].Exists;
}

sealed class Bounded(int most) : Rule
{
    public override bool Holds(Node node) => node.Integer < most;
}

static class Functions
{
    public static readonly Dictionary<string, Func<int, int, int>> Operations = new() { ["+"] = (a, b) => a + b, ["max"] = Math.Max };
    public static readonly Dictionary<string, Func<string, bool>> Listed = new() { { "empty", text => text.Length == 0 }, { "long", IsLong } };
    public static readonly Func<string, bool>[] Checks = [text => text.Any(letter => letter == 'a'), IsLong];

    public static int Use() => Operations["+"](1, 2) + (Operations.TryGetValue("max", out var max) ? max(1, 2) : 0) + Checks.Count(check => check("a"));

    private static bool IsLong(string text) => text.Length > 20;
}

static int Doubled(this int number) => number * 2;

static class Defaults
{
    public static readonly int Most = 3;
}

static class Derived
{
    public static readonly int Twice = Defaults.Most.Doubled();
    public static readonly ImmutableArray<int> All = [Defaults.Most, Twice];
}

static class Cache<T>
{
    public static readonly string Empty = "";
}

static class Extending
{
    private static readonly int Other = Defaults.Most;
    private static readonly Place[] Places = [new(1)];
    private static readonly (string Name, int Number)[] Table = [("a", 1), ("b", 2)];

    public static int Number(this string text) => Other + Places[0].X + Table.First(row => row.Name == text).Number;
}

readonly record struct Place(int X);

static class Matched
{
    private static readonly int[] Numbers = [2, 3];
    private static readonly string[] Names = ["x"];

    public static bool Begins() => Numbers is [2, ..] && Names.SequenceEqual(["x"]) && Names.Contains("y") && new[] { "a", "b" }.Contains("a");
}

record Rule2(string Name, System.Collections.Frozen.FrozenSet<string> Kinds);

static class Ruled
{
    private static readonly Rule2[] Rules = [new("a", System.Collections.Frozen.FrozenSet.ToFrozenSet(["x"])), new("b", System.Collections.Frozen.FrozenSet.ToFrozenSet(["y"]))];
    private static readonly string[] Names = ["x"];
    private static readonly string[] All = Names.Concat(["y"]).ToArray();

    public static int Count() => Rules.Length + All.Length;
}
