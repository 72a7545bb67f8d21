using PolicyGate.CodeHost.GitHub.Transport;
using PolicyGate.CodeHost.GitHub.Wire;

namespace PolicyGate.CodeHost.GitHub;

/// <inheritdoc/>
internal sealed class CommitStatuses(RepositoryName repository, Calls calls, Pages pages) : ICommitStatuses
{
    public Task<HostAnswer<CommitStatus>> Create(string sha, NewCommitStatus status, CancellationToken cancellation)
    {
        Limit.Sha(sha);
        Limit.NotBlank(status.Context, "the status's context");
        Limit.Characters(status.Context, GitHubLimits.StatusContextCharacters, "the status's context");
        Limit.Characters(status.Description, GitHubLimits.StatusDescriptionCharacters, "the status's description");
        Limit.WebAddress(status.TargetUrl);
        byte[] body = GitHubJson.Write(StatusWish.Of(status), GitHubJson.Default.StatusWish);
        return calls.Ask(
            GitHubRequest.Post(Route.In(repository, "statuses", sha), "set the commit status", Permission.StatusesWrite, body),
            response => GitHubJson.Read(response, GitHubJson.Default.StatusWire).ToStatus(),
            cancellation,
            stop => SetAlready(sha, status, stop));
    }

    public Task<HostAnswer<Listing<CommitStatus>>> List(string revision, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get(Route.In(repository, "commits", revision, "statuses"), "list the commit statuses", Permission.StatusesRead),
            GitHubJson.Default.ImmutableArrayStatusWire,
            status => status.ToStatus(),
            cancellation);

    /// <summary>The newest of this context, if it says the same: whether this request set it or an earlier one is no matter.</summary>
    private async Task<HostAnswer<Listing<CommitStatus>>> SetAlready(string sha, NewCommitStatus wish, CancellationToken cancellation) =>
        (await List(sha, cancellation).ConfigureAwait(false)).With(statuses => statuses with
        {
            Items = [.. statuses.Items
                .Where(one => string.Equals(one.Context, wish.Context, StringComparison.OrdinalIgnoreCase))
                .Take(1)
                .Where(one => one.State == wish.State && one.Description == wish.Description && one.TargetUrl == wish.TargetUrl)],
        });
}
