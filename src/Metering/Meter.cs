namespace PolicyGate.Metering;

/// <summary>
/// The budget of the evaluation that runs on this thread. The host begins and ends it; woven policies draw on it, and
/// cannot name it.
/// </summary>
public static class Meter
{
    /// <summary>
    /// The stack, in bytes, that a thread must have on which policies are evaluated. It is what an exception needs that is
    /// caught and thrown again on every level, about 15 KiB for each; little of it is ever touched.
    /// </summary>
    public const int ThreadStackBytes = 128 * 1024 * 1024;

    /// <summary>A fresh budget for what this thread does next, whatever became of the one before.</summary>
    public static void Begin(Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        Account.Open(budget);
    }

    /// <summary>
    /// What was used, and what ended the evaluation. The host goes by this alone: an evaluation that ran into a limit may
    /// have ended with any exception, or with none.
    /// </summary>
    public static Spending End() => Account.Close();
}
