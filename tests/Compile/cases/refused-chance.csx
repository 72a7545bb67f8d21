int Any() => new Random().Next(); //~ PG0201 'Random' is not available: a policy has no randomness
int Shared() => Random.Shared.Next(3); //~ PG0201 'Random'
Guid Id() => Guid.NewGuid(); //~ PG0201 'Guid.NewGuid()' is not available: a policy has no randomness
Guid Version7() => Guid.CreateVersion7(); //~ PG0201 Guid.CreateVersion7
IEnumerable<int> Mixed() => Enumerable.Range(0, 9).Shuffle(); //~ PG0201 a policy has no randomness; use Order
IEnumerable<int> Endless() => Enumerable.InfiniteSequence(0, 1); //~ PG0201 it never ends
int Hash(string text) => text.GetHashCode(); //~ PG0203 a hash code is for collections
int HashOf(object any) => any.GetHashCode(); //~ PG0203 a hash code
int Combined(string left, string right) => HashCode.Combine(left, right); //~ PG0203 a hash code
Func<int> Later(string text) => text.GetHashCode; //~ PG0203 a hash code
int ByComparer(string text) => StringComparer.Ordinal.GetHashCode(text); //~ PG0203 a hash code
int ByDefault(string text) => EqualityComparer<string>.Default.GetHashCode(text); //~ PG0203 a hash code
int OfTuple() => (1, "x").GetHashCode(); //~ PG0203 a hash code
int Identity(object any) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(any); //~ PG0201 only the compiler uses it

class Unhashed //~ PG0203 override GetHashCode too, or make it a record
{
    public override bool Equals(object? other) => true;
}

readonly struct UnhashedValue : IEquatable<UnhashedValue> //~ PG0203 override GetHashCode too, or make it a record
{
    public bool Equals(UnhashedValue other) => true;
}

class HashedOtherwise //~ PG0203 override GetHashCode too, or make it a record
{
    public override bool Equals(object? other) => true;

    public int GetHashCode(int seed) => seed;
}

class HidesHash //~ PG0203 override GetHashCode too, or make it a record
{
    public override bool Equals(object? other) => true;

    public new int GetHashCode() => 1;
}

sealed class Keyed
{
    public override int GetHashCode() => 5;

    public override bool Equals(object? other) => other is Keyed;
}

sealed class PlainObject;

interface INamed;

record Named(string Name, List<int> Numbers) : INamed;

struct Both
{
    public Keyed Key;
    public List<int> Numbers;
}

class Base;

class Steady : Base
{
    public override bool Equals(object? other) => other is Steady;

    public override int GetHashCode() => 1;
}

class Numbered : Base;

static class Keys
{
    public static HashSet<object> Objects() => [new Keyed(), new object()]; //~ PG0201 'object' cannot be a key

    public static int Mixed(IEnumerable<(Keyed, object)> pairs) => pairs.ToHashSet().Count; //~ PG0201 '(Keyed, object)' cannot be a key

    public static int Numbers(IEnumerable<Keyed> keys) => keys.GroupBy(key => (key, new List<int>())).Count(); //~ PG0201 '(Keyed key, List<int>)' cannot be a key

    public static object Plain(IEnumerable<Keyed> keys) => keys.ToDictionary(key => new PlainObject());

    public static int Open<T>(IEnumerable<T> keys) => keys.Distinct().Count();

    public static int OpenObjects(IEnumerable<object> keys) => Open(keys); //~ PG0201 'object' cannot be a key

    public static int OpenPairs(IEnumerable<Keyed> keys) => Open(keys.Select(key => (key, new PlainObject()))); //~ PG0201 '(Keyed key, PlainObject)' cannot be a key

    public static int OpenPart<T>(IEnumerable<T> keys) => keys.Select(key => (key, new PlainObject())).Distinct().Count(); //~ PG0201 cannot be a key

    public static int Structs(IEnumerable<Both> keys) => keys.Distinct().Count(); //~ PG0201 'Both' cannot be a key

    public static int Bases(IEnumerable<Base> keys) => keys.Distinct().Count(); //~ PG0201 'Base' cannot be a key

    public static int Interfaces(IEnumerable<INamed> names) => names.Union(names).Count();

    public static int Exceptions(IEnumerable<Exception> thrown) => thrown.Except(thrown).Count();

    public static int Joined(IEnumerable<Keyed> keys) => keys.Join(keys, key => KeyValuePair.Create(key, 1), key => KeyValuePair.Create(key, 1), (one, other) => 1).Count();

    public static System.Collections.Frozen.FrozenSet<(Keyed, Location)> Frozen(IEnumerable<(Keyed, Location)> keys) => System.Collections.Frozen.FrozenSet.ToFrozenSet(keys); //~ PG0201 (Keyed, Location)
}

sealed class Tuple;

static class MoreKeys
{
    public static int OwnTuple(IEnumerable<(Keyed, Tuple)> pairs) => pairs.ToHashSet().Count; //~ PG0201 '(Keyed, Tuple)' cannot be a key

    public static int Comparables(IEnumerable<IComparable> keys) => keys.Distinct().Count(); //~ PG0201 'IComparable' cannot be a key

    public static int Optional(IEnumerable<(Keyed, object)?> keys, IEnumerable<(Value?, int[])> more) =>
        keys.Distinct().Count() //~ PG0201 '(Keyed, object)?' cannot be a key
        + more.Distinct().Count(); //~ PG0201 cannot be a key

    public static int Grouped<T>(IEnumerable<T> items) => (from item in items group item by item).Count();

    public static int GroupedPairs(IEnumerable<(Keyed, object)> pairs) => Grouped(pairs); //~ PG0201 '(Keyed, object)' cannot be a key

    public static ICollection<(Keyed, object)> Made() => Make<HashSet<(Keyed, object)>, (Keyed, object)>(); //~ PG0201 '(Keyed, object)' cannot be a key

    public static Func<IEnumerable<(Keyed, object)>, object> Group() => Enumerable.ToHashSet; //~ PG0201 '(Keyed, object)' cannot be a key

    private static ICollection<TItem> Make<TCollection, TItem>()
        where TCollection : class, ICollection<TItem>, new() => new TCollection();
}

readonly struct Value : IEquatable<Value>
{
    public bool Equals(Value other) => false;

    public override bool Equals(object? other) => other is Value;

    public override int GetHashCode() => 1;
}
