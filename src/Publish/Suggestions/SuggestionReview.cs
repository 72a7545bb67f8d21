using System.Collections.Immutable;
using PolicyGate.CodeHost;
using PolicyGate.Publish.Comments;
using PolicyGate.Publish.Markdown;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Suggestions;

/// <summary>Puts fixes at the lines of a pull request, each once.</summary>
internal sealed class SuggestionReview(ICodeHost host, Publication publication, int pullRequest, RunIdentity? run, OwnAccount account)
{
    /// <summary>More would bury the conversation; the fixes of the others are in the check run.</summary>
    public const int Most = 20;

    private readonly CommentMark mark = new($"{publication.Name}/suggestions", run);

    /// <returns>The problem, or null.</returns>
    public async Task<HostProblem?> Write(CancellationToken cancellation)
    {
        ImmutableArray<ReceivedFinding> mendable = Mendable();
        if (mendable.IsEmpty)
        {
            return null;
        }

        HostAnswer<Listing<ChangedFile>> files = await host.PullRequests.ListFiles(pullRequest, cancellation);
        if (!files.IsGiven)
        {
            return files.Problem;
        }

        ImmutableArray<Suggestion> suggestions = Within(mendable, files.Value.Items);
        return suggestions.IsEmpty ? null : await WriteNew(suggestions, cancellation);
    }

    private ImmutableArray<ReceivedFinding> Mendable() =>
    [
        .. FindingGroup.WorstFirst(publication.Report.Standing)
            .Select(group => group.First)
            .Where(finding => finding.Edits is [{ } edit] && RepositoryPath.IsAddressable(edit.File)),
    ];

    private static ImmutableArray<Suggestion> Within(ImmutableArray<ReceivedFinding> mendable, ImmutableArray<ChangedFile> files)
    {
        Dictionary<string, DiffLines> diffs = files.Where(file => file.Patch is not null)
            .DistinctBy(file => file.Path)
            .ToDictionary(file => file.Path, file => DiffLines.Parse(file.Patch!), StringComparer.Ordinal);
        return
        [
            .. mendable
                .Select(finding => diffs.TryGetValue(finding.Edits[0].File, out DiffLines? diff) ? Suggestion.Of(finding, diff) : null)
                .OfType<Suggestion>()
                .DistinctBy(suggestion => suggestion.Key),
        ];
    }

    private async Task<HostProblem?> WriteNew(ImmutableArray<Suggestion> suggestions, CancellationToken cancellation)
    {
        HostAnswer<Listing<ReviewComment>> comments = await host.Reviews.ListComments(pullRequest, cancellation);
        if (!comments.IsGiven)
        {
            return comments.Problem;
        }

        ImmutableArray<ReviewComment> own = [.. comments.Value.Items.Where(comment => account.Wrote(comment.Author, ""))];
        ImmutableArray<Suggestion> missing =
            [.. suggestions.Where(suggestion => !own.Any(comment => comment.Body.StartsWith(MarkOf(suggestion), StringComparison.Ordinal)))];
        if (missing.IsEmpty)
        {
            return null;
        }

        bool IsThisOne(Review review) =>
            account.Wrote(review.Author, "") && mark.IsIn(review.Body) && CommentMark.RunOf(review.Body) == run;
        HostAnswer<Review> made = await host.Reviews.Create(pullRequest, Review(missing), run is null ? null : IsThisOne, cancellation);
        return made.Problem;
    }

    private NewReview Review(ImmutableArray<Suggestion> missing)
    {
        ImmutableArray<Suggestion> first = [.. missing.Take(Most)];
        string count = first.Length < missing.Length
            ? $"{Words.Number(first.Length)} of {Words.Number(missing.Length)} fixes that lie within the diff, for the worst findings."
            : $"{Words.Count(missing.Length, "fix", "fixes")} within the diff.";
        return new()
        {
            CommitSha = publication.Commit,
            Body = $"{mark}\n{count} Read before you take one: a fix knows the policy, not the workload.\n",
            Comments = [.. first.Select(suggestion => suggestion.Comment(MarkOf(suggestion)))],
        };
    }

    private string MarkOf(Suggestion suggestion) => new CommentMark($"{publication.Name}/suggestion/{suggestion.Key}", null).ToString();
}
