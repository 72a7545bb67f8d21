namespace PolicyGate.CodeHost.GitHub;

/// <summary>Which GitHub, which repository, with what, and how patiently.</summary>
public sealed record GitHubConnection
{
    public required GitHubServer Server { get; init; }

    public required RepositoryName Repository { get; init; }

    public required GitHubToken Token { get; init; }

    /// <summary>The program's version, which GitHub sees in <c>User-Agent</c>.</summary>
    public required string Version { get; init; }

    /// <summary>After which an attempt counts as failed.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>All waiting together, for rate limits and between attempts, in the life of the client.</summary>
    public TimeSpan WaitBudget { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often something is tried when GitHub fails or the connection breaks.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The clock, and what waits on it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What sends; null for the network. It must not follow redirects: the client does, with care for the token.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
