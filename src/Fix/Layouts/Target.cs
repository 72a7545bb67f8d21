using System.Collections.Immutable;
using PolicyGate.Fixing.Text;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Layouts;

/// <summary>How far a route leads into a document as it is.</summary>
/// <param name="Path">The places on the way, from the root to the last that exists.</param>
/// <param name="Missing">The steps from there to places that do not exist; none when the route's end exists.</param>
internal sealed record Target(ImmutableArray<Slot> Path, ImmutableArray<Step> Missing)
{
    /// <summary>Why a value that is used in several places is left alone.</summary>
    public const string WouldSpread = "so that a change there would change other places too";

    public Slot Last => Path[^1];

    /// <summary>Follows a route.</summary>
    /// <returns>How far it leads, or why the place must not be touched.</returns>
    public static Attempt<Target> Find(Layout layout, Document document, ImmutableArray<Step> steps)
    {
        ImmutableArray<Slot>.Builder path = ImmutableArray.CreateBuilder<Slot>();
        path.Add(layout.RootOf(document));
        for (int index = 0; index < steps.Length; index++)
        {
            Slot place = path[^1];
            if (Refusal(layout, place, steps, index) is { } refusal)
            {
                return refusal;
            }

            if (Next(layout, place, steps[index]) is not { } next)
            {
                return new Target(path.ToImmutable(), steps[index..]);
            }

            path.Add(next);
        }

        return new Target(path.ToImmutable(), []);
    }

    private static string? Refusal(Layout layout, Slot place, ImmutableArray<Step> steps, int index)
    {
        string name = index == 0 ? "the document" : PathSyntax.Write(steps.AsSpan()[..index]);
        string next = PathSyntax.Write(steps.AsSpan()[..(index + 1)]);
        bool isOnTheWay = index < steps.Length - 1;
        if (layout.IsAlias(place))
        {
            return $"{name} is an alias, {WouldSpread}";
        }

        return (place.Value, steps[index].Key) switch
        {
            _ when place.IsNull => null,
            (Mapping mapping, { } key) when layout.IsWrittenOddly(place, mapping, key) =>
                $"{next} is not written as 'key: value'",
            (Mapping mapping, { } key) when isOnTheWay && layout.IsMerged(place, mapping, key) =>
                $"{next} comes from a merge key, {WouldSpread}",
            (Mapping, not null) => null,
            (Sequence { Items: var items }, null) =>
                steps[index].Index <= items.Length
                    ? null
                    : $"{name} has no item {steps[index].Index}, only {items.Length}",
            (_, null) => $"{name} is not a list",
            _ => $"{name} is not a mapping",
        };
    }

    private static Slot? Next(Layout layout, Slot place, Step step) => place.Value switch
    {
        Mapping mapping when mapping.IndexOf(step.Key) is int index and >= 0 =>
            layout.FieldOf(place, mapping.Entries[index]),
        Sequence sequence when step.Index < sequence.Items.Length => layout.PartsOf(place)[step.Index],
        _ => null,
    };
}
