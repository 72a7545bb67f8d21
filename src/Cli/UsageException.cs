using System.Collections.Immutable;

namespace PolicyGate.Cli;

/// <summary>
/// The command or the configuration is wrong, and nothing can be judged until a person mends it. Each line says what,
/// where, and what to do next.
/// </summary>
internal sealed class UsageException(IEnumerable<string> lines) : Exception
{
    public UsageException(string line)
        : this([line])
    {
    }

    public ImmutableArray<string> Lines { get; } = [.. lines];

    public override string Message => string.Join('\n', Lines);
}
