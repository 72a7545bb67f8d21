using System.Collections.Immutable;

namespace PolicyGate.Isolation.Confinement;

/// <summary>Which measures hold the worker, and which do not.</summary>
/// <param name="Applied">Each once, in the order of <see cref="Measure.All"/>.</param>
/// <param name="Missing">Each once, in the order of <see cref="Measure.All"/>; none of <paramref name="Applied"/>.</param>
public sealed record ConfinementReport(ImmutableArray<Measure> Applied, ImmutableArray<MissingMeasure> Missing)
{
    public static ConfinementReport Empty { get; } = new([], []);

    /// <summary>
    /// Both together, such as what the parent did and what the worker did. What one of them has applied is not missing;
    /// when both miss a measure, the reason of this one stays.
    /// </summary>
    public ConfinementReport And(ConfinementReport other)
    {
        HashSet<Measure> applied = [.. Applied, .. other.Applied];
        ImmutableArray<MissingMeasure> missing = [.. Missing, .. other.Missing];
        return new(
            [.. Measure.All.Where(applied.Contains)],
            [.. Measure.All.Where(measure => !applied.Contains(measure))
                .Select(measure => missing.FirstOrDefault(one => one.Measure == measure))
                .OfType<MissingMeasure>()]);
    }

    /// <summary>
    /// This report, with every measure it does not speak of missing: nobody may forget one.
    /// </summary>
    public ConfinementReport Complete() =>
        And(new([], [.. Measure.All.Select(measure => new MissingMeasure(measure, "nobody has reported it"))]));
}
