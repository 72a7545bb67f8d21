namespace PolicyGate.Cli;

/// <summary>
/// The command or the configuration is wrong, and nothing can be judged until a person mends it. The message says what,
/// where, and what to do next.
/// </summary>
internal sealed class UsageException(string message) : Exception(message);
