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
        if (hash > 0)
        {
            throw new InvalidOperationException($"{hash}"); //~ PG0203 in a GetHashCode
        }

        return hash;
    }

    public override bool Equals(object? other) => true;

    private static void Keep(int hash) { }
}
