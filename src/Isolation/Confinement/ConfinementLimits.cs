namespace PolicyGate.Isolation.Confinement;

/// <summary>How much a worker may use.</summary>
/// <param name="ProcessorTime">Of all its threads together; rounded up to whole seconds.</param>
/// <param name="HeapBytes">Of objects. The runtime, its code and its stacks come on top.</param>
public sealed record ConfinementLimits(TimeSpan ProcessorTime, long HeapBytes)
{
    /// <summary>For what is not in the heap: code, stacks, and the tables of the runtime and of the compiler.</summary>
    private const long OutsideHeapBytes = 512L << 20;

    /// <summary>What the system lets the process write to, in bytes.</summary>
    public long ProcessBytes => HeapBytes + OutsideHeapBytes;

    /// <summary>Whole seconds, since that is what systems count in.</summary>
    public long ProcessorSeconds => Math.Max(1, (long)Math.Ceiling(ProcessorTime.TotalSeconds));
}
