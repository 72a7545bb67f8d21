using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing;

/// <summary>
/// The order in which fixes of one file do not shift the places of each other: removals last, from the back to the
/// front. Otherwise the order in which they were given.
/// </summary>
internal sealed class FixOrder : IComparer<Fix>
{
    public static FixOrder Instance { get; } = new();

    public int Compare(Fix? x, Fix? y)
    {
        int byOperation = Turn(x!).CompareTo(Turn(y!));
        return byOperation != 0 || x!.Operation != FixOperation.Remove ? byOperation : BackToFront(x.Place, y!.Place);
    }

    private static int Turn(Fix fix) => fix.Operation switch
    {
        FixOperation.Set => 0,
        FixOperation.Append => 1,
        _ => 2,
    };

    private static int BackToFront(Route first, Route second)
    {
        int length = Math.Min(first.Steps.Length, second.Steps.Length);
        for (int depth = 0; depth < length; depth++)
        {
            (Step ahead, Step behind) = (first.Steps[depth], second.Steps[depth]);
            int byIndex = behind.Index.CompareTo(ahead.Index);
            int byStep = byIndex != 0 ? byIndex : string.CompareOrdinal(behind.Key, ahead.Key);
            if (byStep != 0)
            {
                return byStep;
            }
        }

        return second.Steps.Length.CompareTo(first.Steps.Length);
    }
}
