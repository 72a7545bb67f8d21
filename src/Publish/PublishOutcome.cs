using System.Collections.Immutable;
using PolicyGate.CodeHost;

namespace PolicyGate.Publish;

/// <summary>How telling went. None of it changes the gate.</summary>
public sealed record PublishOutcome
{
    /// <summary>What was not told, and why; each one line of visible text.</summary>
    public required ImmutableArray<string> Problems { get; init; }

    /// <summary>What is worth knowing and is no problem.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    public CheckRun? CheckRun { get; init; }

    /// <summary>A check run was wanted and is not there: annotations have to be shown in another way.</summary>
    public bool LacksAnnotations { get; init; }
}
