using System.Globalization;
using PolicyGate.CodeHost.GitHub.Transport;
using PolicyGate.CodeHost.GitHub.Wire;

namespace PolicyGate.CodeHost.GitHub;

/// <inheritdoc/>
internal sealed class PullRequests(RepositoryName repository, Calls calls, Pages pages) : IPullRequests
{
    public Task<HostAnswer<PullRequest>> Get(int number, CancellationToken cancellation) =>
        calls.Ask(
            GitHubRequest.Get(Address(number), "read the pull request", Permission.PullRequestsRead),
            response => GitHubJson.Read(response, GitHubJson.Default.PullRequestWire).ToPullRequest(),
            cancellation);

    public Task<HostAnswer<Listing<ChangedFile>>> ListFiles(int number, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get($"{Address(number)}/files", "list the changed files", Permission.PullRequestsRead),
            GitHubJson.Default.ImmutableArrayFileWire,
            file => file.ToFile(),
            cancellation,
            GitHubLimits.FilesPerPullRequest);

    public Task<HostAnswer<Listing<Commit>>> ListCommits(int number, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get($"{Address(number)}/commits", "list the commits", Permission.PullRequestsRead),
            GitHubJson.Default.ImmutableArrayCommitWire,
            commit => commit.ToCommit(),
            cancellation,
            GitHubLimits.CommitsPerPullRequest);

    public Task<HostAnswer<Listing<PullRequest>>> ListOfCommit(string sha, CancellationToken cancellation)
    {
        Limit.Sha(sha);
        return Several(Route.In(repository, "commits", sha, "pulls"), cancellation);
    }

    public Task<HostAnswer<Listing<PullRequest>>> ListOfBranch(string owner, string branch, CancellationToken cancellation) =>
        Several($"{Route.In(repository, "pulls")}?state=open&head={Uri.EscapeDataString($"{owner}:{branch}")}", cancellation);

    private string Address(int number) => Route.In(repository, "pulls", number.ToString(CultureInfo.InvariantCulture));

    private Task<HostAnswer<Listing<PullRequest>>> Several(string address, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get(address, "find the pull request", Permission.PullRequestsRead),
            GitHubJson.Default.ImmutableArrayPullRequestWire,
            pullRequest => pullRequest.ToPullRequest(),
            cancellation);
}
