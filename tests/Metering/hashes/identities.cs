// What the runtime hashes by identity, by address or by type.
static string Run()
{
    List<string> list = ["a"];
    Func<int> function = () => list.Count;
    Plain plain = new(list, 3);
    Pair pair = new(list, 3);
    return string.Join(" ", new Asking().Numbers(list, function, plain, pair));
}

class Asking
{
    public IEnumerable<int> Numbers(List<string> list, Func<int> function, Plain plain, Pair pair)
    {
        yield return list.GetHashCode();
        yield return function.GetHashCode();
        yield return plain.GetHashCode();
        yield return plain.Base();
        yield return pair.GetHashCode();
        yield return GetHashCode();
        yield return base.GetHashCode();
        yield return new Own().GetHashCode();
        yield return new Hiding().GetHashCode();
        yield return ((object)new Hiding()).GetHashCode();
        yield return KeyValuePair.Create(list, 1).GetHashCode();
        yield return (list, function, pair).GetHashCode();
        yield return (1, 2, 3, 4, 5, 6, 7, 8, list).GetHashCode();
        yield return Tuple.Create(list).GetHashCode();
        yield return new { list, plain }.GetHashCode();
        yield return ImmutableArray.Create(1, 2).GetHashCode();
        yield return new ReadOnlyMemory<char>(['a']).GetHashCode();
        yield return default(ImmutableArray<int>).GetHashCode();
        yield return HashCode.Combine(list, function);
        yield return HashCode.Combine(1, list, pair, Severity.High, 2L, 'c', plain, 0.5);
        yield return EqualityComparer<List<string>>.Default.GetHashCode(list);
        yield return ((IEqualityComparer<List<string>>)EqualityComparer<object>.Default).GetHashCode(list);
        yield return StringComparer.Ordinal.GetHashCode((object)list);
        yield return Of(plain) + Of(list);
        HashCode code = new();
        code.Add(list);
        code.Add(pair);
        code.Add(list, EqualityComparer<object>.Default);
        code.Add(pair, new Seven());
        yield return code.ToHashCode();
    }

    static int Of<T>(T value) => value!.GetHashCode();
}

enum Severity { Low, High }
readonly struct Plain(object thing, int number)
{
    readonly object thing = thing;
    readonly int number = number;
    public int Base() => base.GetHashCode() + number;
}

record Pair(List<string> List, int Number);
class Own;
class Hiding { public new int GetHashCode() => 12; }
class Seven : IEqualityComparer<Pair> { public bool Equals(Pair? one, Pair? other) => one == other; public int GetHashCode(Pair pair) => 7; }
