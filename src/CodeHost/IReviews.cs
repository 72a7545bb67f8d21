using System.Collections.Immutable;

namespace PolicyGate.CodeHost;

/// <summary>The reviews of a pull request (<see href="https://docs.github.com/rest/pulls/reviews">API</see>).</summary>
public interface IReviews
{
    /// <summary>Oldest first: who approved and later asked for changes is there twice.</summary>
    Task<HostAnswer<Listing<Review>>> List(int pullRequest, CancellationToken cancellation);

    Task<HostAnswer<Listing<ReviewComment>>> ListComments(int pullRequest, CancellationToken cancellation);

    /// <summary>
    /// Comments at lines of the diff in one review, which neither approves nor refuses. <c>isThisOne</c> as with
    /// <see cref="IComments.Create"/>.
    /// </summary>
    /// <exception cref="ArgumentException">A text is blank or over the host's limit.</exception>
    Task<HostAnswer<Review>> Create(int pullRequest, NewReview review, Func<Review, bool>? isThisOne, CancellationToken cancellation);
}

public enum ReviewState
{
    Approved,
    ChangesRequested,
    Commented,
    Dismissed,
    Pending,

    /// <summary>One that this program does not know.</summary>
    Other,
}

public sealed record Review
{
    public required long Id { get; init; }

    /// <summary>Null when the account was deleted.</summary>
    public required Account? Author { get; init; }

    public required ReviewState State { get; init; }

    /// <summary>What was reviewed; empty when that commit is gone. Not the head: an approval of something older.</summary>
    public required string CommitSha { get; init; }

    /// <summary>Null while pending.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    public required string Body { get; init; }
}

public sealed record NewReview
{
    public required string CommitSha { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    public required ImmutableArray<NewReviewComment> Comments { get; init; }
}

/// <summary>A comment at lines of the new side of the diff. The lines must be part of the diff, else GitHub refuses the review.</summary>
public sealed record NewReviewComment
{
    public required string Path { get; init; }

    /// <summary>Null for a comment on one line.</summary>
    public int? StartLine { get; init; }

    public required int Line { get; init; }

    /// <summary>Markdown; a block named <c>suggestion</c> replaces the lines.</summary>
    public required string Body { get; init; }
}

public sealed record ReviewComment
{
    public required long Id { get; init; }

    public required long? ReviewId { get; init; }

    public required Account? Author { get; init; }

    public required string Path { get; init; }

    /// <summary>Null when the line is no longer part of the diff.</summary>
    public required int? Line { get; init; }

    public required string CommitSha { get; init; }

    public required string Body { get; init; }
}
