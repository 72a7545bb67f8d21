using System.Globalization;
using PolicyGate.CodeHost.GitHub.Transport;
using PolicyGate.CodeHost.GitHub.Wire;

namespace PolicyGate.CodeHost.GitHub;

/// <inheritdoc/>
internal sealed class Comments(RepositoryName repository, Calls calls, Pages pages) : IComments
{
    public Task<HostAnswer<Listing<Comment>>> List(int pullRequest, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get(OfPullRequest(pullRequest), "list the comments", Permission.PullRequestsRead),
            GitHubJson.Default.ImmutableArrayCommentWire,
            comment => comment.ToComment(),
            cancellation);

    public Task<HostAnswer<Comment>> Create(int pullRequest, string body, Func<Comment, bool>? isThisOne, CancellationToken cancellation) =>
        calls.Ask(
            GitHubRequest.Post(OfPullRequest(pullRequest), "write the comment", Permission.PullRequestsWrite, Body(body)),
            Read,
            cancellation,
            isThisOne is null ? null : stop => Written(pullRequest, isThisOne, stop));

    public Task<HostAnswer<Comment>> Update(long id, string body, CancellationToken cancellation) =>
        calls.Ask(GitHubRequest.Patch(Address(id), "edit the comment", Permission.PullRequestsWrite, Body(body)), Read, cancellation);

    public async Task<HostAnswer<Done>> Delete(long id, CancellationToken cancellation)
    {
        HostAnswer<Done> answer = await calls
            .Ask(GitHubRequest.Delete(Address(id), "delete the comment", Permission.PullRequestsWrite), _ => new Done(), cancellation)
            .ConfigureAwait(false);
        return answer.Problem is { Kind: HostProblemKind.NotFound or HostProblemKind.Gone } ? new Done() : answer;
    }

    private static Comment Read(GitHubResponse response) => GitHubJson.Read(response, GitHubJson.Default.CommentWire).ToComment();

    private static byte[] Body(string text)
    {
        Limit.NotBlank(text, "the comment");
        Limit.Characters(text, GitHubLimits.CommentCharacters, "the comment");
        return GitHubJson.Write(new BodyWish(text), GitHubJson.Default.BodyWish);
    }

    private string OfPullRequest(int number) =>
        Route.In(repository, "issues", number.ToString(CultureInfo.InvariantCulture), "comments");

    private string Address(long id) => Route.In(repository, "issues", "comments", id.ToString(CultureInfo.InvariantCulture));

    private async Task<HostAnswer<Listing<Comment>>> Written(
        int pullRequest, Func<Comment, bool> isThisOne, CancellationToken cancellation) =>
        (await List(pullRequest, cancellation).ConfigureAwait(false))
            .With(comments => comments with { Items = [.. comments.Items.Where(isThisOne)] });
}
