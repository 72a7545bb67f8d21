using PolicyGate.Fixing.Writing;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing;

/// <summary>Tells which fixes of one file cannot both be made.</summary>
internal static class FixConflict
{
    private static readonly FlowWriter Canonical = new(Quoted: true, ":", ",", "");

    /// <summary>Two policies may want the same; it is done once.</summary>
    public static bool AreEqual(Fix first, Fix second) =>
        first.Operation == second.Operation
        && first.Place.Equals(second.Place)
        && (first.Operation == FixOperation.Remove || Canonical.Value(first.Value, ScalarStyle.Plain)
            == Canonical.Value(second.Value, ScalarStyle.Plain));

    /// <summary>Whether one would undo or change what the other wants.</summary>
    public static bool Contradict(Fix first, Fix second) =>
        !AreEqual(first, second)
        && (first.Operation, second.Operation) switch
        {
            (FixOperation.Append, FixOperation.Append) => false,
            (FixOperation.Append, _) => LeadsTo(second.Place, first.Place),
            (_, FixOperation.Append) => LeadsTo(first.Place, second.Place),
            _ => LeadsTo(first.Place, second.Place) || LeadsTo(second.Place, first.Place),
        };

    private static bool LeadsTo(Route outer, Route inner) =>
        outer.Document == inner.Document && inner.Steps.AsSpan().StartsWith(outer.Steps.AsSpan());
}
