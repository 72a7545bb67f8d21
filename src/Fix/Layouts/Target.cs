using System.Collections.Immutable;
using PolicyGate.Fixing.Text;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Layouts;

/// <summary>How far a route leads into a document as it is.</summary>
/// <param name="Path">The places on the way, from the root to the last that exists.</param>
/// <param name="Missing">The steps from there to places that do not exist; none when the route's end exists.</param>
internal sealed record Target(ImmutableArray<Slot> Path, ImmutableArray<Step> Missing)
{
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
        Step step = steps[index];
        if (place.After < 0)
        {
            return $"{name} is not written as 'key: value'";
        }

        if (layout.IsAlias(place))
        {
            return $"{name} is an alias, so that a change there would change other places too";
        }

        return (place.Value, step.Key) switch
        {
            _ when place.IsNull => null,
            (Mapping mapping, { } key) when index < steps.Length - 1 && IsMerged(layout, place, mapping, key) =>
                $"{name}.{key} comes from a merge key, so that a change there would change other places too",
            (Mapping, not null) => null,
            (Sequence sequence, null) when step.Index <= sequence.Items.Length => null,
            (Sequence sequence, null) => $"{name} has no item {step.Index}, only {sequence.Items.Length}",
            (_, null) => $"{name} is not a list",
            _ => $"{name} is not a mapping",
        };
    }

    private static bool IsMerged(Layout layout, Slot place, Mapping mapping, string key) =>
        mapping.IndexOf(key) is int index and >= 0 && layout.FieldOf(place, mapping.Entries[index]) is null;

    private static Slot? Next(Layout layout, Slot place, Step step) => place.Value switch
    {
        Mapping mapping when mapping.IndexOf(step.Key) is int index and >= 0 =>
            layout.FieldOf(place, mapping.Entries[index]),
        Sequence sequence when step.Index < sequence.Items.Length => layout.PartsOf(place)[step.Index],
        _ => null,
    };
}
