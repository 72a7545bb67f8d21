using System.Globalization;
using PolicyGate.CodeHost.GitHub.Transport;
using PolicyGate.CodeHost.GitHub.Wire;

namespace PolicyGate.CodeHost.GitHub;

/// <inheritdoc/>
internal sealed class Reviews(RepositoryName repository, Calls calls, Pages pages) : IReviews
{
    public Task<HostAnswer<Listing<Review>>> List(int pullRequest, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get(Address(pullRequest, "reviews"), "list the reviews", Permission.PullRequestsRead),
            GitHubJson.Default.ImmutableArrayReviewWire,
            review => review.ToReview(),
            cancellation);

    public Task<HostAnswer<Listing<ReviewComment>>> ListComments(int pullRequest, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get(Address(pullRequest, "comments"), "list the review comments", Permission.PullRequestsRead),
            GitHubJson.Default.ImmutableArrayReviewCommentWire,
            comment => comment.ToComment(),
            cancellation);

    public Task<HostAnswer<Review>> Create(
        int pullRequest, NewReview review, Func<Review, bool>? isThisOne, CancellationToken cancellation)
    {
        Hold(review);
        byte[] body = GitHubJson.Write(ReviewWish.Of(review), GitHubJson.Default.ReviewWish);
        return calls.Ask(
            GitHubRequest.Post(Address(pullRequest, "reviews"), "write the review", Permission.PullRequestsWrite, body),
            response => GitHubJson.Read(response, GitHubJson.Default.ReviewWire).ToReview(),
            cancellation,
            isThisOne is null ? null : stop => Written(pullRequest, isThisOne, stop));
    }

    private static void Hold(NewReview review)
    {
        Limit.Sha(review.CommitSha);
        Limit.NotBlank(review.Body, "the review");
        Limit.Characters(review.Body, GitHubLimits.CommentCharacters, "the review");
        foreach (NewReviewComment comment in review.Comments)
        {
            Limit.NotBlank(comment.Path, "the path of a review comment");
            Limit.NotBlank(comment.Body, "a review comment");
            Limit.Characters(comment.Body, GitHubLimits.CommentCharacters, "a review comment");
            Limit.That(comment.Line >= 1 && comment.StartLine is null or >= 1, "the lines of a review comment start at 1");
            Limit.That(comment.StartLine is null || comment.StartLine < comment.Line, "a review comment starts after its end");
        }
    }

    private string Address(int pullRequest, string part) =>
        Route.In(repository, "pulls", pullRequest.ToString(CultureInfo.InvariantCulture), part);

    private async Task<HostAnswer<Listing<Review>>> Written(
        int pullRequest, Func<Review, bool> isThisOne, CancellationToken cancellation) =>
        (await List(pullRequest, cancellation).ConfigureAwait(false))
            .With(reviews => reviews with { Items = [.. reviews.Items.Where(isThisOne)] });
}
