using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing;

/// <summary>Tells whether a document says what a fix wants.</summary>
internal static class WantedValue
{
    public static bool IsMetBy(FixValue wanted, Value present) => (wanted, present) switch
    {
        (FixValue.Text { IsString: true } text, Scalar scalar) =>
            scalar.Text == text.Value && ScalarMeaning.KindOf(scalar) == ScalarKind.String,
        (FixValue.Text text, Scalar { Style: ScalarStyle.Plain, Tag: null } scalar) => scalar.Text == text.Value,
        (FixValue.List list, Sequence sequence) =>
            list.Items.Length == sequence.Items.Length
            && list.Items.Zip(sequence.Items).All(pair => IsMetBy(pair.First, pair.Second)),
        (FixValue.Map map, Mapping mapping) =>
            map.Fields.Length == mapping.Entries.Length
            && map.Fields.All(field => mapping.IndexOf(field.Key) is int index and >= 0
                && IsMetBy(field.Value, mapping.Entries[index].Value)),
        _ => false,
    };
}
