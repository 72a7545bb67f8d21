int Any() => new Random().Next(); //~ PG0201 'Random' is not available: a policy has no randomness
int Shared() => Random.Shared.Next(3); //~ PG0201 'Random'
Guid Id() => Guid.NewGuid(); //~ PG0201 'Guid.NewGuid()' is not available: a policy has no randomness
Guid Version7() => Guid.CreateVersion7(); //~ PG0201 Guid.CreateVersion7
IEnumerable<int> Mixed() => Enumerable.Range(0, 9).Shuffle(); //~ PG0201 a policy has no randomness; use Order
IEnumerable<int> Endless() => Enumerable.InfiniteSequence(0, 1); //~ PG0201 it never ends
int Hash(string text) => text.GetHashCode(); //~ PG0203 a hash code differs from run to run
int HashOf(object any) => any.GetHashCode(); //~ PG0203 a hash code
int Combined(string left, string right) => HashCode.Combine(left, right); //~ PG0203 a hash code
Func<int> Later(string text) => text.GetHashCode; //~ PG0203 a hash code
int ByComparer(string text) => StringComparer.Ordinal.GetHashCode(text); //~ PG0203 a hash code
int ByDefault(string text) => EqualityComparer<string>.Default.GetHashCode(text); //~ PG0203 a hash code
int OfTuple() => (1, "x").GetHashCode(); //~ PG0203 a hash code
int Identity(object any) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(any); //~ PG0201 only the compiler uses it

sealed class Leaky
{
    private int last;
    private readonly List<int> all = [];

    public int Last => last;

    public override int GetHashCode()
    {
        last = "x".GetHashCode(); //~ PG0203 in a GetHashCode other hash codes are only combined
        all.Add("x".GetHashCode()); //~ PG0203 in a GetHashCode
        Keep("x".GetHashCode()); //~ PG0203 in a GetHashCode
        int hash = "x".GetHashCode();
        Keep(hash); //~ PG0203 in a GetHashCode
        if (hash > 0) //~ PG0203 nothing may be decided by it
        {
            throw new InvalidOperationException($"{hash}"); //~ PG0203 in a GetHashCode
        }

        return hash;
    }

    public override bool Equals(object? other) => true;

    private static void Keep(int hash) { }
}

class Deciding(string text)
{
    public override int GetHashCode()
    {
        if ("x".GetHashCode() % 2 == 0) //~ PG0203 nothing may be decided by it
        {
            Note();
        }

        int hash = text.GetHashCode();
        int n = hash & 1023; //~ PG0203 cut off from it
        while (hash > 0) //~ PG0203 nothing may be decided by it
        {
        }

        return hash > 3 ? 1 : 0; //~ PG0203 nothing may be decided by it
    }

    private void Note() { }
}

class Cutting(string text)
{
    public override int GetHashCode() => text.GetHashCode() & 1; //~ PG0203 cut off from it
}

class Dividing(string text)
{
    public override int GetHashCode() => 1 / text.GetHashCode(); //~ PG0203 nothing may be decided
}

class Overflowing(string text)
{
    public override int GetHashCode() => checked(text.GetHashCode() * 3); //~ PG0203 nothing may be decided
}

class Doubling(string text)
{
    public override int GetHashCode()
    {
        int hash = text.GetHashCode();
        hash += hash; //~ PG0203 cut off
        return hash * 65536; //~ PG0203 cut off
    }
}

class Switching(string text)
{
    public override int GetHashCode() => text.GetHashCode() switch { 0 => 5, _ => 6 }; //~ PG0203 nothing may be decided
}

class Counting(string text)
{
    public override int GetHashCode() => Enumerable.Range(0, text.GetHashCode()).Count(); //~ PG0203 nothing may be decided
}

sealed class ByFewBits : IEqualityComparer<string>
{
    public bool Equals(string? left, string? right) => true;

    public int GetHashCode(string text) => text.GetHashCode() >> 29; //~ PG0203 cut off
}

sealed class ByIdentity : IEqualityComparer<object>
{
    public new bool Equals(object? left, object? right) => true;

    public int GetHashCode(object any) => any.GetHashCode() & 7; //~ PG0203 cut off
}

class Shifting(string text)
{
    public override int GetHashCode()
    {
        int hash = text.GetHashCode();
        int other = text.Trim().GetHashCode();
        return (hash << 5) + other; //~ PG0203 cut off
    }
}
