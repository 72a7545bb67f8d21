static int counter; //~ PG0205 'counter' is static and can change
static readonly List<string> Seen = []; // Only reading it would be in order.
static readonly int[] Numbers = [1, 2, 3];
static readonly Dictionary<string, int> Counts = new() { ["a"] = 1 };
static readonly HashSet<string> Names = ["a"];
static readonly string[] Lent = ["a"];
static readonly string[] Kept = ["a"];
static readonly int[] Stepped = [1];
static readonly int[] Referred = [1];
static readonly int[] Sorted = [2, 1];
static readonly string[] Cast = ["a"];
static readonly string[] Captured = ["a"];
static readonly string[] Through = ["a"];

void See(string name) => Seen.Add(name); //~ PG0205 'Seen' is static and could change here
void Set() => Numbers[0] = 5; //~ PG0205 'Numbers'
void Count() => Counts["a"]++; //~ PG0205 'Counts'
void Drop() => Names.Remove("a"); //~ PG0205 'Names'
object Give() => Lent; //~ PG0205 'Lent'
void Keep() { string[] any = Kept; any[0] = "b"; } //~ PG0205 'Kept'
void Step() => Stepped[0] += 1; //~ PG0205 'Stepped'
void Refer() { ref int first = ref Referred[0]; first = 2; } //~ PG0205 'Referred'
void Sort() => Array.Sort(Sorted); //~ PG0205 'Sorted'
void Cast1() => ((string[])Cast.AsEnumerable())[0] = "b"; //~ PG0205 'Cast'
void Capture() { Action change = () => Captured[0] = "b"; } //~ PG0205 'Captured'
void Pass1() => Change(Through);
void Change(string[] all) => all[0] = "b"; //~ PG0205 'Through'

class Held
{
    public static int Count { get; set; } //~ PG0205 'Count' is static and can change
    public static readonly StringBuilderLike Text = new(); //~ PG0205 'Text' is static and what it holds can change
    public static event Action? Changed; //~ PG0205 the static event 'Changed'
    public static readonly object Any = new(); //~ PG0205 'Any'
    public static readonly Lazy<int> Late = new(() => 1); //~ PG0205 'Late'
    public static readonly Dictionary<string, int[]> Deep = new(); //~ PG0205 'Deep'
    public static readonly List<StringBuilderLike> Texts = []; //~ PG0205 'Texts'
    public static readonly IEnumerable<int> Walked = Walk(new()); //~ PG0205 'Walked'
    public static readonly IEnumerator<int> Walker = Walk(new()).GetEnumerator(); //~ PG0205 'Walker'
    public static readonly Func<int> Next = Counter(); //~ PG0205 'Next'
    public static readonly Action Bound = new StringBuilderLike().Grow; //~ PG0205 'Bound'
    public static readonly Dictionary<string, int> Counting = new(new CountingComparer()); //~ PG0205 'Counting'
    public static readonly ImmutableSortedSet<string> CountingSet = ImmutableSortedSet.Create<string>(new CountingOrder()); //~ PG0205 'CountingSet'
    public static int Lazily => field == 0 ? field = 1 : field; //~ PG0205 'Lazily'
    public static readonly (StringBuilderLike Text, int Number) Pair = (new(), 1); //~ PG0205 'Pair'

    private static Func<int> Counter()
    {
        int at = 0;
        return () => at++;
    }

    private static IEnumerable<int> Walk(StringBuilderLike text)
    {
        text.Grow();
        yield return text.Length;
    }
}

class Generic<T>
{
    public static T? Value; //~ PG0205 'Value'
    public static readonly T? Fixed = default; //~ PG0205 'Fixed'
}

class StringBuilderLike
{
    public int Length { get; private set; }

    public void Grow() => Length++;
}

class CountingComparer : IEqualityComparer<string>
{
    private int count;

    public bool Equals(string? left, string? right) => count++ > 3;

    public int GetHashCode(string text) => 0;
}

class CountingOrder : IComparer<string>
{
    private int count;

    public int Compare(string? left, string? right) => count++;
}

sealed class Captures(int start)
{
    public static readonly Captures One = new(1); //~ PG0205 'One'

    public int Next() => start++;
}

abstract record Shape
{
    public static readonly Shape Default = new Square(); //~ PG0205 'Default'
}

sealed record Square : Shape
{
    public int Side { get; set; }
}

static class Functions
{
    public static readonly Dictionary<string, Func<int>> Made = new() { ["one"] = Counter() }; //~ PG0205 'Made' is static and what it holds can change
    public static readonly Func<int>[] Called = [((Func<Func<int>>)(() => { int n = 0; return () => ++n; }))()]; //~ PG0205 'Called'
    public static readonly Func<int>[] OfObject = [new Turnstile().Next]; //~ PG0205 'OfObject'
    public static readonly Func<int>[] FromObject = [new Turnstile().Turn]; //~ PG0205 'FromObject'

    private static Func<int> Counter()
    {
        int n = 0;
        return () => ++n;
    }
}

sealed class Turnstile
{
    private int n;
    public Func<int> Turn => () => ++n;
    public int Next() => ++n;
}

struct Mark
{
    public int N;
    public Part Part;
    public int Next() => ++N;
    public int Grown { get => ++N; set => N = value; }
    public readonly int Shown => N;
    public readonly int Get() => N;
}

struct Part
{
    public int N;
}

record struct Point(int X);

static class InPlace
{
    private static readonly Mark[] Marks = [new()]; //~ PG0205 'Marks' is static and what it holds can change
    private static readonly (int, int)[] Pairs = [(0, 0)];
    private static readonly (Mark, int)[] MarkedPairs = [(new(), 0)]; //~ PG0205 'MarkedPairs' is static and what it holds can change
    private static Point[] Points { get; } = [new(1)]; //~ PG0205 'Points' is static and what it holds can change
    private static readonly int[] Numbers = [0];

    public static void Change()
    {
        Pairs[0].Item1++; //~ PG0205 'Pairs' is static and could change here
        Pairs[0].Item2 = 3; //~ PG0205 'Pairs'
        (Pairs[0].Item1, Pairs[0].Item2) = (1, 2); //~ PG0205 'Pairs'
        Add(ref Pairs[0].Item1); //~ PG0205 'Pairs'
        ref int within = ref Pairs[0].Item2; //~ PG0205 'Pairs'
        new Parted().Go();
        Bumping.Bump(Numbers); //~ PG0205 'Numbers'
        SelectMany(() => Numbers); //~ PG0205 'Numbers'
        _ = Numbers.SelectMany(number => Numbers, (number, other) => Numbers).ToList(); //~ PG0205 'Numbers'
        ReadOnlySpan taken = Numbers; //~ PG0205 'Numbers'
        Parted.Take(Numbers); //~ PG0205 'Numbers'
    }

    public static int Read() => Pairs[0].Item1 + Pairs[^1].Item2 + Pairs.Sum(pair => pair.Item1);

    private static void Add(ref int number) => number++;

    private static void SelectMany(Func<int[]> function) => function()[0]++;
}

partial class Parted
{
    private readonly int[] kept = HeldNumbers.Numbers; //~ PG0205 'Numbers'

    public void Go() => kept[0]++;

    public static partial void Take(int[] taken);
}

partial class Parted
{
    public static partial void Take(int[] numbers) => numbers[0]++;
}

static class HeldNumbers
{
    public static readonly int[] Numbers = [0];
}

static class Bumping
{
    extension(int[] numbers)
    {
        public void Bump() => numbers[0]++;
    }
}

class ReadOnlySpan
{
    private int[] held = [];

    public static implicit operator ReadOnlySpan(int[] numbers) => new() { held = numbers };
}

static class Early
{
    public static readonly int Number = 1;

    public static int Count() => 2;
}

static class Late<T>
{
    public static readonly int Own = 3;
    public static readonly int Same = Own + 1; //~ PG0205 statics of the generic 'Late' are made at its first use
    public static readonly int Other = Early.Number; //~ PG0205 statics of the generic 'Late'
    public static int Called { get; } = Early.Count(); //~ PG0205 statics of the generic 'Late'
    public static readonly string Long = new('x', 100_000); //~ PG0205 statics of the generic 'Late'
    public static readonly ImmutableArray<int> None = [];
    public static readonly Func<T, bool> All = value => Early.Count() > 1;
    public static readonly ImmutableArray<string> Words = ["a", "b"];
    public static int Asked => Early.Number;
}

class LateToo<T>
{
    private static readonly int number;

    static LateToo() //~ PG0205 statics of the generic 'LateToo'
    {
        number = Early.Number;
    }
}

partial class InParts(int n);

partial class InParts
{
    public int Next() => ++n;
}

class Bracketed(int n)
{
    public int Next() => (n)++;
}

class Swapped(int n)
{
    public void Next() => ((n, _), _) = ((n + 1, 0), 0);
}

class OfMark(Mark mark)
{
    public int Next() => mark.Next();
}

class OfPair((int, int) pair)
{
    public int Next() => ++pair.Item1;
}

class Outward
{
    public readonly Inward Inward = new();
}

class Inward
{
    public readonly Outward? Outward;
    public int N;

    public static Inward Made() => new();
}

static class ByObjects
{
    private static readonly InParts InParts = new(0); //~ PG0205 'InParts'
    private static readonly Bracketed Bracketed = new(0); //~ PG0205 'Bracketed'
    private static readonly Swapped Swapped = new(0); //~ PG0205 'Swapped'
    private static readonly OfMark OfMark = new(new()); //~ PG0205 'OfMark'
    private static readonly OfPair OfPair = new((0, 0)); //~ PG0205 'OfPair'
    private static readonly IReadOnlyList<int> First = ImmutableArray.Create(Inward.Made().N);
    private static readonly Outward Second = new(); //~ PG0205 'Second'
    private static readonly Func<int>[] Counters = new[] { 0 }.Select(i => (Func<int>)(() => ++i)).ToArray(); //~ PG0205 'Counters'
    private static readonly Dictionary<string, Func<int>> Named = new[] { 0 }.ToDictionary(i => "a", i => { int n = i; return (Func<int>)(() => ++n); }); //~ PG0205 'Named'
    private static readonly ImmutableSortedSet<int> Sorted = ImmutableSortedSet.Create(Comparer<int>.Create(new[] { 0 }.Select(i => (Comparison<int>)((a, b) => ++i % 5 == 0 ? 0 : 1)).First()), 1); //~ PG0205 'Sorted'
}

class CountingNumbers : IComparer<int>
{
    private int n;

    public int Compare(int left, int right) => ++n % 5 == 0 ? 0 : 1;
}

record Ordered(ImmutableSortedSet<int> Numbers);

static class Hiding
{
    private static readonly int[] Plain = [0];
    private static readonly Ordered InRecord = new(ImmutableSortedSet.Create<int>(new CountingNumbers(), 1)); //~ PG0205 'InRecord'
    private static readonly ImmutableSortedSet<int> TakenOut = Make().Numbers; //~ PG0205 'TakenOut'
    private static readonly Ordered[] Several = [Make()]; //~ PG0205 'Several'
    private static readonly ImmutableSortedSet<int> OfLibrary = [1, 2];

    private static Ordered Make() => new(ImmutableSortedSet.Create<int>(new CountingNumbers(), 1));

    private static int Use()
    {
        int[] joined = (int[])Plain.Concat([]);
        joined[0]++; //~ PG0205 'Plain'
        object[] boxed = [Plain.DefaultIfEmpty()]; //~ PG0205 'Plain'
        return Plain.Concat([1]).Sum() + Plain.DefaultIfEmpty(3).Max() + Plain.Concat(joined).Where(number => number > 1).Count();
    }
}
