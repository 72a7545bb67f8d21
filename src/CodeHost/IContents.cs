namespace PolicyGate.CodeHost;

/// <summary>The repository itself and files in it.</summary>
public interface IContents
{
    /// <summary>With its present name, also when it was renamed.</summary>
    Task<HostAnswer<HostedRepository>> GetRepository(CancellationToken cancellation);

    /// <summary>
    /// A text file at a commit, branch or tag (<see href="https://docs.github.com/rest/repos/contents">API</see>).
    /// <see cref="HostProblemKind.NotFound"/> when there is none; <see cref="HostProblemKind.Unreadable"/> for a folder,
    /// for more than <see cref="GitHub.GitHubLimits.FileBytes"/> and for what is not UTF-8.
    /// </summary>
    Task<HostAnswer<string>> GetFile(string path, string revision, CancellationToken cancellation);
}

public sealed record HostedRepository
{
    public required long Id { get; init; }

    public required RepositoryName Name { get; init; }

    public required bool IsPrivate { get; init; }

    public required string DefaultBranch { get; init; }

    public required Account? Owner { get; init; }

    public required Uri? Url { get; init; }
}
