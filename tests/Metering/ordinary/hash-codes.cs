// What is hashed by value is hashed as ever, wherever the text of it stays out of it.
static string Run() => string.Join(" ", new Asking().Same());

class Asking
{
    public IEnumerable<bool> Same()
    {
        yield return 17.GetHashCode() == 17;
        yield return HashCode.Combine(1, 2) == HashCode.Combine(1, 2) && HashCode.Combine(1, 2) != HashCode.Combine(2, 1);
        yield return (1, "a").GetHashCode() == (1, "a").GetHashCode() && (1, "a").GetHashCode() != (1, "b").GetHashCode();
        yield return "text".GetHashCode() == new string(['t', 'e', 'x', 't']).GetHashCode();
        yield return EqualityComparer<string>.Default.GetHashCode("a") == "a".GetHashCode();
        yield return StringComparer.OrdinalIgnoreCase.GetHashCode("A") == StringComparer.OrdinalIgnoreCase.GetHashCode("a");
        yield return StringComparer.OrdinalIgnoreCase.GetHashCode((object)"A") == StringComparer.OrdinalIgnoreCase.GetHashCode("a");
        yield return new Key("a").GetHashCode() == new Key("a").GetHashCode() && new Key("a") != new Key("b");
        yield return new Uri("https://a/").GetHashCode() == new Uri("https://a/").GetHashCode();
        yield return ((int?)null).GetHashCode() == 0 && ((int?)4).GetHashCode() == 4;
        yield return EqualityComparer<string>.Create((one, other) => one == other, one => one.Length).GetHashCode("four") == 4;
        yield return new HashSet<Key> { new("a"), new("b"), new("a") }.Count == 2;
        yield return Caught(() => ((string)null!).GetHashCode()) && Caught(() => ((List<int>)null!).GetHashCode()) && Caught(() => Of<string>(null!));
    }

    static int Of<T>(T value) => value!.GetHashCode();

    static bool Caught(Func<int> hash)
    {
        try
        {
            return hash() == -1;
        }
        catch (NullReferenceException)
        {
            return true;
        }
    }
}

record Key(string Name);
