namespace PolicyGate.Metering;

/// <summary>
/// The budget of the evaluation that runs on this thread. The host begins and ends it; woven policies draw on it, and
/// cannot name it.
/// </summary>
public static class Meter
{
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
