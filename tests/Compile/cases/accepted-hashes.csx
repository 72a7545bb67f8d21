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
