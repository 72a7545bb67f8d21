using System.Collections.Immutable;

namespace PolicyGate.CodeHost.Facts;

/// <summary>Finds the reviews of a pull request, and whether those who approved it may.</summary>
internal sealed class ReviewFinder(ICodeHost host)
{
    /// <summary>Whose permission is asked for. Everybody may approve a public pull request.</summary>
    private const int MostReviewers = 100;

    public async Task<Fact<ImmutableArray<JudgedReview>>> Find(int number, string head, CancellationToken cancellation)
    {
        Fact<Listing<Review>> found = Fact.Whole(await host.Reviews.List(number, cancellation).ConfigureAwait(false));
        if (!found.IsKnown)
        {
            return Fact.Unknown<ImmutableArray<JudgedReview>>(found.WhyUnknown);
        }

        Dictionary<string, Fact<bool>> permissions = new(StringComparer.OrdinalIgnoreCase);
        foreach (string login in Approvers(found.Value.Items, head))
        {
            permissions[login] = permissions.Count < MostReviewers
                ? await MayApprove(login, cancellation).ConfigureAwait(false)
                : Fact.Unknown<bool>($"more than {MostReviewers} people approved");
        }

        return found.Value.Items
            .Select(review => new JudgedReview(review, review.CommitSha != head, PermissionOf(review, head, permissions)))
            .ToImmutableArray();
    }

    private static IEnumerable<string> Approvers(ImmutableArray<Review> reviews, string head) => reviews
        .Where(review => Matters(review, head))
        .Select(review => review.Author!.Login)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool Matters(Review review, string head) =>
        review is { State: ReviewState.Approved, Author: not null } && review.CommitSha == head;

    private static Fact<bool>? PermissionOf(Review review, string head, Dictionary<string, Fact<bool>> permissions) =>
        Matters(review, head) ? permissions[review.Author!.Login] : null;

    /// <summary>
    /// "approving reviews from people with write permissions"
    /// (<see href="https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches#require-pull-request-reviews-before-merging">protected
    /// branches</see>).
    /// </summary>
    private async Task<Fact<bool>> MayApprove(string login, CancellationToken cancellation) =>
        Fact.From(await host.People.GetPermission(login, cancellation).ConfigureAwait(false))
            .Then(given => Fact.Of(given.Permission is "admin" or "write"));
}
