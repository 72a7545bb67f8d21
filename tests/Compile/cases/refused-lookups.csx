using System.Collections.Frozen;

ImmutableHashSet<string> names = ImmutableHashSet.Create("a", "b");
ImmutableDictionary<string, int> counts = ImmutableDictionary<string, int>.Empty.Add("a", 1);
FrozenSet<string> frozen = new[] { "a" }.ToFrozenSet();

void Walk() { foreach (string name in names) { } } //~ PG0204 the order of 'ImmutableHashSet' follows hashes
string Joined() => string.Join(",", names); //~ PG0204 use ImmutableSortedSet or HashSet
object Picked() => names.First(); //~ PG0204 the order
IEnumerable<string> Given() => names; //~ PG0204 the order
object Boxed() => frozen; //~ PG0204 the order of 'FrozenSet'
List<string> Spread() => [.. names]; //~ PG0204 the order
object Pairs() => counts.Select(pair => pair.Key).ToList(); //~ PG0204 use ImmutableSortedDictionary
object Keys() => counts.Keys; //~ PG0201 its order follows hashes
object Ordered() => counts.OrderBy(pair => pair.Value).First().Key; //~ PG0204 the order
List<ImmutableHashSet<string>> several = []; //~ PG0201 so it cannot be handed on
ImmutableHashSet<string>[] array = []; //~ PG0201 so it cannot be handed on
Func<ImmutableHashSet<string>, int> function = one => one.Count; //~ PG0201 so it cannot be handed on
bool Tested(ImmutableHashSet<string> one) => one is IEnumerable<string>; //~ PG0204 the order
string Switched(ImmutableHashSet<string> one) => one switch { IEnumerable<string> all => all.First(), _ => "" }; //~ PG0204 the order
void Sum() => Identity(names); //~ PG0201 so it cannot be handed on
T Identity<T>(T any) => any;
string Items() => frozen.Items[0]; //~ PG0201 use ImmutableSortedSet

static class ByIdentity
{
    public static bool Objects(ImmutableHashSet<object> all) => all.IsEmpty; //~ PG0201 'object', which differ from run to run

    public static Func<IEnumerable<object>, object> Group() => ImmutableHashSet.CreateRange; //~ PG0201 'object', which differ from run to run

    public static int Frozen(List<int>[] lists) => lists.ToFrozenSet().Count; //~ PG0201 'List<int>', which differ from run to run

    public static bool Records(FrozenSet<(string, Pair)> pairs) => pairs.Contains(("a", new("b", [])));
}

record Pair(string Name, List<int> Numbers);
