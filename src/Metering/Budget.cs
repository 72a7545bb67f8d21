namespace PolicyGate.Metering;

/// <summary>
/// What one evaluation may use. The defaults admit 1,000,000 loop turns with a dozen operations each, recursion through
/// 2,000 levels of two calls each, and 100,000 elements.
/// </summary>
public sealed record Budget
{
    public static Budget Default { get; } = new();

    /// <summary>Steps; one is about an operation of the policy, or sixteen characters that the library reads.</summary>
    public long Fuel { get; init; } = 100_000_000;

    /// <summary>Calls within calls. One with a large frame counts as several, so that this is reached before the stack's end is.</summary>
    public int Depth { get; init; } = 4_500;

    /// <summary>
    /// Bytes of stack below the call that began the budget. The rest of the thread's is for exceptions on their way; see
    /// <see cref="Meter.ThreadStackBytes"/>.
    /// </summary>
    public int StackBytes { get; init; } = 36 * 1024 * 1024;

    /// <summary>Bytes, whether or not they are let go again.</summary>
    public long AllocatedBytes { get; init; } = 256 * 1024 * 1024;

    /// <summary>Time in regular expressions, all together.</summary>
    public TimeSpan RegexTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>More for an evaluation that has more to look at. Depth does not depend on that.</summary>
    public Budget Times(int factor) => this with
    {
        Fuel = checked(Fuel * factor),
        AllocatedBytes = checked(AllocatedBytes * factor),
        RegexTime = RegexTime * factor,
    };
}

/// <summary>What an evaluation used.</summary>
/// <param name="Fuel">Steps.</param>
/// <param name="AllocatedBytes">Bytes, let go or not.</param>
/// <param name="RegexTime">Time in regular expressions.</param>
/// <param name="Hit">What ended it; null when the budget sufficed.</param>
public sealed record Spending(long Fuel, long AllocatedBytes, TimeSpan RegexTime, Limit? Hit);
