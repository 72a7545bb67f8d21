using System.Collections.Immutable;

namespace PolicyGate.CodeHost.GitHub.Wire;

internal sealed record ReviewWire
{
    public required long Id { get; init; }

    public AccountWire? User { get; init; }

    public required string State { get; init; }

    public string? CommitId { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public string? Body { get; init; }

    public Review ToReview() => new()
    {
        Id = Id,
        Author = User?.ToAccount(),
        State = State switch
        {
            "APPROVED" => ReviewState.Approved,
            "CHANGES_REQUESTED" => ReviewState.ChangesRequested,
            "COMMENTED" => ReviewState.Commented,
            "DISMISSED" => ReviewState.Dismissed,
            "PENDING" => ReviewState.Pending,
            _ => ReviewState.Other,
        },
        CommitSha = CommitId ?? "",
        SubmittedAt = SubmittedAt,
        Body = Body ?? "",
    };
}

internal sealed record ReviewCommentWire
{
    public required long Id { get; init; }

    public long? PullRequestReviewId { get; init; }

    public AccountWire? User { get; init; }

    public required string Path { get; init; }

    public int? Line { get; init; }

    public string? CommitId { get; init; }

    public string? Body { get; init; }

    public ReviewComment ToComment() => new()
    {
        Id = Id,
        ReviewId = PullRequestReviewId,
        Author = User?.ToAccount(),
        Path = Path,
        Line = Line,
        CommitSha = CommitId ?? "",
        Body = Body ?? "",
    };
}

/// <summary>A review to be made: <c>COMMENT</c>, never an approval.</summary>
internal sealed record ReviewWish(string CommitId, string Body, string Event, ImmutableArray<ReviewCommentWish> Comments)
{
    public static ReviewWish Of(NewReview review) =>
        new(review.CommitSha, review.Body, "COMMENT", [.. review.Comments.Select(ReviewCommentWish.Of)]);
}

internal sealed record ReviewCommentWish
{
    private const string NewSide = "RIGHT";

    public required string Path { get; init; }

    public int? StartLine { get; init; }

    public string? StartSide { get; init; }

    public required int Line { get; init; }

    public string Side { get; init; } = NewSide;

    public required string Body { get; init; }

    public static ReviewCommentWish Of(NewReviewComment comment) => new()
    {
        Path = comment.Path,
        StartLine = comment.StartLine,
        StartSide = comment.StartLine is null ? null : NewSide,
        Line = comment.Line,
        Body = comment.Body,
    };
}
