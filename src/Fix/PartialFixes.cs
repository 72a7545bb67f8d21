using PolicyGate.Fixing.Layouts;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing;

/// <summary>
/// Divides a fix that replaces one mapping or list by another into fixes of their fields and items, so that what stays
/// the same keeps its comments and its place.
/// </summary>
internal static class PartialFixes
{
    /// <summary>The fixes that make up another, in the order to make them; null when it is not to be divided.</summary>
    public static IEnumerable<Fix>? Of(Fix fix, Layout layout, Target target)
    {
        bool replaces = fix.Operation == FixOperation.Set && target.Missing.IsEmpty && !layout.IsAlias(target.Last);
        return (replaces, fix.Value, target.Last.Value) switch
        {
            (true, FixValue.Map wanted, Mapping { Entries.IsEmpty: false } present) => OfFields(fix, wanted, present),
            (true, FixValue.List wanted, Sequence { Items.IsEmpty: false } present) => OfItems(fix, wanted, present),
            _ => null,
        };
    }

    private static IEnumerable<Fix> OfFields(
        Fix fix, FixValue.Map wanted, Mapping present)
    {
        IEnumerable<Fix> settings = wanted.Fields.Select(field =>
            At(fix, Step.Field(field.Key)) with { Value = field.Value });
        IEnumerable<Fix> removals = present.Entries
            .Select(entry => entry.Key.Text)
            .Except(wanted.Fields.Select(field => field.Key), StringComparer.Ordinal)
            .Select(key => At(fix, Step.Field(key)) with { Operation = FixOperation.Remove });
        return settings.Concat(removals);
    }

    private static IEnumerable<Fix> OfItems(
        Fix fix, FixValue.List wanted, Sequence present)
    {
        IEnumerable<Fix> settings = wanted.Items.Select((item, index) =>
            At(fix, Step.Item(index)) with { Value = item });
        IEnumerable<Fix> removals = Enumerable.Range(0, present.Items.Length)
            .Skip(wanted.Items.Length)
            .Reverse()
            .Select(index => At(fix, Step.Item(index)) with { Operation = FixOperation.Remove });
        return settings.Concat(removals);
    }

    private static Fix At(Fix fix, Step step) =>
        fix with { Place = fix.Place with { Steps = fix.Place.Steps.Add(step) } };
}
