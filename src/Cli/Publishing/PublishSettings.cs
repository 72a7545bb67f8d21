using PolicyGate.CodeHost;
using PolicyGate.Publish;

namespace PolicyGate.Cli.Publishing;

/// <summary>What the command line says; null where the environment is asked.</summary>
internal sealed record PublishSettings
{
    /// <summary>Our own choice: it fits into a check run's name, a status' context and a title.</summary>
    public const int LongestName = 100;

    public required string? Report { get; init; }

    public required RepositoryName? Repository { get; init; }

    public required string? Commit { get; init; }

    public required int? PullRequest { get; init; }

    public required string TokenVariable { get; init; }

    public required PublishOptions Options { get; init; }

    public required string Name { get; init; }

    public required bool IsStart { get; init; }

    public required string? State { get; init; }

    public required string? Claim { get; init; }

    public required string? Summary { get; init; }
}
