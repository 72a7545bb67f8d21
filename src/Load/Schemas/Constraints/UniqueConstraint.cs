using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary>
/// <c>uniqueItems</c>, and <c>x-kubernetes-list-type</c>: no two items are the same or, with keys, have the same values
/// in these fields.
/// </summary>
internal sealed class UniqueConstraint(ImmutableArray<string> keys) : Constraint
{
    public override void Check(Node place, List<SchemaViolation> found)
    {
        HashSet<Value> seen = new(JsonEquality.Comparer);
        foreach (Node item in place.Items)
        {
            if (item.Value is { } value && !seen.Add(IdentityOf(value, item)))
            {
                found.Add(Wrong(Place(item), $"{Quoted.Text(Place(item))} stands in the list twice"));
            }
        }
    }

    private Node Place(Node item) => keys.IsEmpty ? item : item.Field(keys[0]);

    private Value IdentityOf(Value value, Node item) => keys.IsEmpty || value is not Mapping
        ? value
        : new Sequence([.. keys.Select(key => item.Field(key).Value ?? Absent)], isFlow: true, value.Span);

    private static readonly Value Absent = new Scalar("", ScalarStyle.Plain, null, Span.Start);
}
