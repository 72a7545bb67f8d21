namespace PolicyGate.Metering;

/// <summary>
/// Ends an evaluation whose budget is spent. Policies cannot name it, and their handlers are rewritten to let it pass.
/// </summary>
/// <param name="message">Which budget, and how large it was.</param>
public sealed class BudgetSpentException(string message) : Exception(message);
