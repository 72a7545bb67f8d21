using PolicyGate.Isolation.Confinement;

namespace PolicyGate.Isolation.Supervision;

/// <summary>What a worker may use, and what it finds around it.</summary>
public sealed record WorkerLimits
{
    public static WorkerLimits Default { get; } = new();

    public Deadlines Deadlines { get; init; } = Deadlines.Default;

    /// <summary>Room for the compiler and for some ten thousand objects.</summary>
    public ConfinementLimits Confinement { get; init; } = new(TimeSpan.FromMinutes(20), 2L << 30);

    /// <summary>Variables that differ from the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
