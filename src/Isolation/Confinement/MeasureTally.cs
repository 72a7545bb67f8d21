namespace PolicyGate.Isolation.Confinement;

/// <summary>Takes measures one by one and keeps what came of them.</summary>
internal sealed class MeasureTally
{
    public ConfinementReport Report { get; private set; } = ConfinementReport.Empty;

    /// <summary>Takes one measure.</summary>
    /// <param name="measure">Which one.</param>
    /// <param name="take">Gives null when it worked, else why not.</param>
    public void Take(Measure measure, Func<string?> take) => Take([measure], take);

    /// <summary>Takes several measures that one call grants or refuses together.</summary>
    public void Take(ReadOnlySpan<Measure> measures, Func<string?> take)
    {
        string? reason = Attempt(take);
        Report = Report.And(reason is null ? new([.. measures], []) : Without(measures, reason));
    }

    public void Miss(string reason, params ReadOnlySpan<Measure> measures) => Report = Report.And(Without(measures, reason));

    /// <summary>An old system or an unusual C library may lack a function; that is a missing measure, not a failed run.</summary>
    private static string? Attempt(Func<string?> take)
    {
        try
        {
            return take();
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            return "this system lacks the function for it";
        }
    }

    private static ConfinementReport Without(ReadOnlySpan<Measure> measures, string reason) =>
        new([], [.. measures.ToArray().Select(measure => new MissingMeasure(measure, reason))]);
}
