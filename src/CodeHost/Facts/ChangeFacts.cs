using System.Collections.Immutable;
using PolicyGate.Model.Changes;

namespace PolicyGate.CodeHost.Facts;

/// <summary>All that is known of a change.</summary>
public sealed record ChangeFacts
{
    public required RepositoryName Repository { get; init; }

    public required string Event { get; init; }

    public required DateTimeOffset CollectedAt { get; init; }

    public required DateTimeOffset Instant { get; init; }

    /// <summary>Names of time zones by their offset from UTC at the instant.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Zones { get; init; }

    /// <summary>0 when there is none.</summary>
    public required Fact<int> PullRequest { get; init; }

    /// <summary>A login; empty when the account was deleted.</summary>
    public required Fact<string> Author { get; init; }

    public required Fact<bool> IsDraft { get; init; }

    public required Fact<bool> IsFromFork { get; init; }

    public required Fact<ImmutableArray<string>> Labels { get; init; }

    public required Fact<PullRequestSide> Base { get; init; }

    public required Fact<PullRequestSide> Head { get; init; }

    public required Fact<ImmutableArray<Commit>> Commits { get; init; }

    public required Fact<ImmutableArray<JudgedReview>> Reviews { get; init; }

    public required Fact<ImmutableArray<ChangedFile>> Files { get; init; }

    public required Fact<OwnersFile> CodeOwners { get; init; }

    public required ImmutableArray<TeamFacts> Teams { get; init; }

    public required Fact<bool> IsInMergeQueue { get; init; }
}

/// <summary>A review, and whether it counts.</summary>
/// <param name="Review">As the host has it.</param>
/// <param name="IsOutdated">It is not of the head.</param>
/// <param name="MayApprove">Whether the reviewer may write; null where that was not asked, as it makes no difference.</param>
public sealed record JudgedReview(Review Review, bool IsOutdated, Fact<bool>? MayApprove);

/// <summary>The CODEOWNERS file of the base.</summary>
/// <param name="Path">Empty when there is none.</param>
/// <param name="Rules">In the order of the file.</param>
public sealed record OwnersFile(string Path, ImmutableArray<CodeOwnerRule> Rules);

/// <summary>Who is in a team.</summary>
public sealed record TeamFacts(string Organization, string Slug, Fact<ImmutableArray<string>> Members);
