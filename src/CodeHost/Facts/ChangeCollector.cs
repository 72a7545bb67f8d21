using System.Collections.Immutable;

namespace PolicyGate.CodeHost.Facts;

/// <summary>
/// Asks a code host about a change. What it does not tell is unknown, for the reason it gives; nothing is guessed, and
/// nothing that it refuses makes this fail.
/// </summary>
public sealed class ChangeCollector(ICodeHost host, ChangeQuestion question)
{
    private const string NoPullRequest = "it was pushed without a pull request";

    public async Task<ChangeFacts> Collect(CancellationToken cancellation)
    {
        Fact<int> number = await FindNumber(cancellation).ConfigureAwait(false);
        return number switch
        {
            { IsKnown: true, Value: 0 } => await OfPush(number, cancellation).ConfigureAwait(false),
            { IsKnown: true } => await OfPullRequest(number.Value, cancellation).ConfigureAwait(false),
            _ => await Nothing(number, number.WhyUnknown, cancellation).ConfigureAwait(false),
        };
    }

    /// <summary>0 when a push belongs to no pull request that was merged into its branch.</summary>
    private async Task<Fact<int>> FindNumber(CancellationToken cancellation)
    {
        if (question.Event.PullRequest is { } given)
        {
            return given;
        }

        HostAnswer<Listing<PullRequest>> answer = await host.PullRequests.ListOfCommit(question.Event.Pushed, cancellation).ConfigureAwait(false);
        return Fact.Whole(answer).Then(found => Fact.Of(
            found.Items.FirstOrDefault(one => one.IsMerged && one.Base.Ref == question.Event.Branch)?.Number ?? 0));
    }

    private async Task<ChangeFacts> OfPullRequest(int number, CancellationToken cancellation)
    {
        Fact<PullRequest> found = Fact.From(await host.PullRequests.Get(number, cancellation).ConfigureAwait(false));
        if (!found.IsKnown)
        {
            return await Nothing(number, found.WhyUnknown, cancellation).ConfigureAwait(false);
        }

        PullRequest pullRequest = found.Value;
        string head = question.Event.HeadSha.Length > 0 ? question.Event.HeadSha : pullRequest.Head.Sha;
        string moved = head == pullRequest.Head.Sha
            ? ""
            : $"the pull request went on to {pullRequest.Head.Sha} after the event that is judged, of {head}";
        Fact<OwnersFile> owners = await new OwnersFinder(host).Find(pullRequest.Base.Sha, cancellation).ConfigureAwait(false);
        return Start(number) with
        {
            Author = pullRequest.Author?.Login ?? "",
            IsDraft = pullRequest.IsDraft,
            IsFromFork = pullRequest.IsFromFork,
            Labels = pullRequest.Labels,
            Base = pullRequest.Base,
            Head = pullRequest.Head with { Sha = head },
            Commits = await Listed(moved, () => host.PullRequests.ListCommits(number, cancellation)).ConfigureAwait(false),
            Files = await Listed(moved, () => host.PullRequests.ListFiles(number, cancellation)).ConfigureAwait(false),
            Reviews = await new ReviewFinder(host).Find(number, head, cancellation).ConfigureAwait(false),
            CodeOwners = owners,
            Teams = await TeamsOf(owners, cancellation).ConfigureAwait(false),
        };
    }

    private async Task<ChangeFacts> OfPush(Fact<int> number, CancellationToken cancellation)
    {
        string before = question.Event.Before;
        Fact<OwnersFile> owners = before.AsSpan().ContainsAnyExcept('0')
            ? await new OwnersFinder(host).Find(before, cancellation).ConfigureAwait(false)
            : Fact.Unknown<OwnersFile>("the branch is new, so nothing was there before");
        return Start(number) with
        {
            Author = question.Event.Pusher,
            IsDraft = false,
            IsFromFork = false,
            Labels = ImmutableArray<string>.Empty,
            Head = new PullRequestSide(question.Event.Branch, question.Event.Pushed, host.Name.ToString(), null),
            Reviews = ImmutableArray<JudgedReview>.Empty,
            CodeOwners = owners,
            Teams = await TeamsOf(owners, cancellation).ConfigureAwait(false),
        };
    }

    private async Task<ChangeFacts> Nothing(Fact<int> number, string why, CancellationToken cancellation) => Start(number, why) with
    {
        Teams = await TeamsOf(Fact.Unknown<OwnersFile>(why), cancellation).ConfigureAwait(false),
    };

    /// <summary>What is known without asking, and all else unknown.</summary>
    private ChangeFacts Start(Fact<int> number, string why = NoPullRequest) => new()
    {
        Repository = host.Name,
        Event = question.Event.Name,
        CollectedAt = question.CollectedAt,
        Instant = question.Instant,
        Zones = TimeZones.OffsetsAt(question.Instant, question.ZoneNames),
        PullRequest = number,
        Author = Fact.Unknown<string>(why),
        IsDraft = Fact.Unknown<bool>(why),
        IsFromFork = Fact.Unknown<bool>(why),
        Labels = Fact.Unknown<ImmutableArray<string>>(why),
        Base = Fact.Unknown<PullRequestSide>(why),
        Head = Fact.Unknown<PullRequestSide>(why),
        Commits = Fact.Unknown<ImmutableArray<Commit>>(why),
        Reviews = Fact.Unknown<ImmutableArray<JudgedReview>>(why),
        Files = Fact.Unknown<ImmutableArray<ChangedFile>>(why),
        CodeOwners = Fact.Unknown<OwnersFile>(why),
        Teams = [],
        IsInMergeQueue = question.Event.IsMergeGroup
            ? true
            : Fact.Unknown<bool>("GitHub tells of its merge queue only in the event merge_group"),
    };

    private Task<ImmutableArray<TeamFacts>> TeamsOf(Fact<OwnersFile> owners, CancellationToken cancellation) =>
        new TeamFinder(host).Find(owners, question.Teams, cancellation);

    /// <summary>Not asked where the answer would be about something else than what is judged.</summary>
    private static async Task<Fact<ImmutableArray<T>>> Listed<T>(string moved, Func<Task<HostAnswer<Listing<T>>>> ask) =>
        moved.Length > 0
            ? Fact.Unknown<ImmutableArray<T>>(moved)
            : Fact.Whole(await ask().ConfigureAwait(false)).Then(listing => Fact.Of(listing.Items));
}
