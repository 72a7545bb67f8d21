using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>
/// Whether two values mean the same JSON: the order of fields does not matter, nor how a number or string is written.
/// </summary>
internal sealed class JsonEquality : IEqualityComparer<Value>
{
    public static JsonEquality Comparer { get; } = new();

    public bool Equals(Value? left, Value? right) => (left, right) switch
    {
        (Scalar one, Scalar other) => Meaning(one).Equals(Meaning(other)),
        (Sequence one, Sequence other) => one.Items.SequenceEqual(other.Items, this),
        (Mapping one, Mapping other) => one.Entries.Length == other.Entries.Length
            && one.Entries.All(entry => other.IndexOf(entry.Key.Text) is var index and >= 0
                && Equals(entry.Value, other.Entries[index].Value)),
        _ => ReferenceEquals(left, right),
    };

    public int GetHashCode(Value value) => value switch
    {
        Scalar scalar => Meaning(scalar).GetHashCode(),
        Sequence sequence => sequence.Items.Aggregate(0, (hash, item) => HashCode.Combine(hash, GetHashCode(item))),
        Mapping mapping => mapping.Entries.Aggregate(0, (hash, entry) => hash ^ HashOf(entry)),
        _ => 0,
    };

    private int HashOf(Entry entry) => HashCode.Combine(entry.Key.Text, GetHashCode(entry.Value));

    private static object Meaning(Scalar scalar) => ScalarMeaning.KindOf(scalar) switch
    {
        ScalarKind.Null => DBNull.Value,
        ScalarKind.Boolean => ScalarMeaning.BooleanOf(scalar.Text)!.Value,
        ScalarKind.Integer or ScalarKind.Float => JsonNumber.Of(scalar)!.Value,
        _ => scalar.Text,
    };
}
