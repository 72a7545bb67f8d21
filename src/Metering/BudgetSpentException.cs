namespace PolicyGate.Metering;

/// <summary>
/// Ends an evaluation whose budget is spent. Policies cannot name it, and their handlers are rewritten to let it pass.
/// </summary>
/// <param name="limit">Which part of the budget.</param>
public sealed class BudgetSpentException(Limit limit) : Exception($"the budget is spent: {Limits.Describe(limit)}")
{
    public Limit Limit { get; } = limit;
}
