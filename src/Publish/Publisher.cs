using PolicyGate.CodeHost;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.CheckRuns;
using PolicyGate.Publish.Comments;
using PolicyGate.Publish.Markdown;
using PolicyGate.Publish.Suggestions;
using PolicyGate.Texts;

namespace PolicyGate.Publish;

/// <summary>
/// Tells a code host what a report says: first the check run, which must never stay pending, then the status, then the
/// pull request's conversation, if that is still about the same commit. What the host refuses becomes a problem in the
/// outcome; it never changes the gate.
/// </summary>
public sealed class Publisher(ICodeHost host, Publication publication, PublishTarget target, PublishOptions options, TimeProvider time)
{
    private readonly List<string> problems = [];
    private readonly List<string> notes = [];
    private readonly CheckRunTelling checkRuns = new(host, publication, target.Run, time);

    /// <summary>Shows that judging has begun.</summary>
    public async Task<PublishOutcome> Start(CancellationToken cancellation)
    {
        CheckRun? checkRun = null;
        if (options.CheckRun)
        {
            HostAnswer<CheckRun> started = await checkRuns.Start(cancellation);
            Note(started.Problem);
            checkRun = started.Value;
        }

        await SetStatus(StatusState.Pending, "Judging", checkRun, cancellation);
        return Outcome(checkRun, lacksAnnotations: false);
    }

    /// <param name="started">The check run that <see cref="Start"/> made; null when it is not known.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<PublishOutcome> Conclude(long? started, CancellationToken cancellation)
    {
        CheckRunOutcome told = options.CheckRun ? await checkRuns.Conclude(started, cancellation) : new(null, []);
        (told.CheckRun is null && !told.IsRefused ? notes : problems).AddRange(told.Problems);
        await SetStatus(State, Wording.Verdict(publication.Report), told.CheckRun, cancellation);
        if (options.Comment || options.Suggestions)
        {
            await TellPullRequest(told.CheckRun, cancellation);
        }

        return Outcome(told.CheckRun, told.IsRefused);
    }

    private StatusState State => publication.Report.Gate switch
    {
        Gate.Open => StatusState.Success,
        Gate.Closed => StatusState.Failure,
        _ => StatusState.Error,
    };

    private async Task SetStatus(StatusState state, string description, CheckRun? checkRun, CancellationToken cancellation)
    {
        if (!options.Status)
        {
            return;
        }

        NewCommitStatus status = new()
        {
            State = state,
            Context = PolicyText.Cut(publication.Name, GitHubLimits.StatusContextCharacters),
            Description = PolicyText.Cut(description, GitHubLimits.StatusDescriptionCharacters),
            TargetUrl = checkRun?.Url ?? publication.RunUrl,
        };
        HostAnswer<CommitStatus> answer = await host.Statuses.Create(publication.Commit, status, cancellation);
        Note(answer.Problem);
    }

    private async Task TellPullRequest(CheckRun? checkRun, CancellationToken cancellation)
    {
        if (await FindPullRequest(cancellation) is not { } pullRequest)
        {
            return;
        }

        if (pullRequest.Head.Sha != publication.Commit)
        {
            notes.Add($"pull request {Words.Number(pullRequest.Number)} has moved on from {publication.Commit[..7]}; its conversation is left to the newer run");
            return;
        }

        OwnAccount account = new(checkRun?.App ?? "", options.Login);
        if (options.Comment)
        {
            Note(await WriteComment(pullRequest.Number, account, checkRun, cancellation));
        }

        // Whoever could influence the report could have the bot suggest anything in its own name.
        if (options.Suggestions && !target.IsForeign)
        {
            Note(await new SuggestionReview(host, publication, pullRequest.Number, target.Run, account).Write(cancellation));
        }
    }

    private Task<HostProblem?> WriteComment(int number, OwnAccount account, CheckRun? checkRun, CancellationToken cancellation)
    {
        CommentMark mark = new(publication.Name, target.Run);
        string body = CommentText.Of(publication, mark.ToString(), checkRun?.Url);
        bool isWanted = publication.Report.Gate != Gate.Open || publication.Report.Standing.Any();
        return new StickyComment(host, number, mark, account).Write(body, isWanted, cancellation);
    }

    /// <summary>Null, with a note or a problem, when there is none.</summary>
    private async Task<PullRequest?> FindPullRequest(CancellationToken cancellation)
    {
        if (target.PullRequest is { } number)
        {
            HostAnswer<PullRequest> answer = await host.PullRequests.Get(number, cancellation);
            Note(answer.Problem);
            return answer.Value;
        }

        if (target.Branch is not { } branch)
        {
            return null;
        }

        HostAnswer<Listing<PullRequest>> listed = await host.PullRequests.ListOfBranch(branch.Owner, branch.Name, cancellation);
        Note(listed.Problem);
        PullRequest? found = listed.Value?.Items.FirstOrDefault(one => one.Head.Sha == publication.Commit);
        if (listed.IsGiven && found is null)
        {
            notes.Add($"no open pull request has {publication.Commit[..7]} as its head; there is no conversation to write to");
        }

        return found;
    }

    private void Note(HostProblem? problem)
    {
        if (problem is not null)
        {
            problems.Add($"{problem}");
        }
    }

    private PublishOutcome Outcome(CheckRun? checkRun, bool lacksAnnotations) => new()
    {
        Problems = [.. problems.Select(Model.VisibleText.Line)],
        Notes = [.. notes.Select(Model.VisibleText.Line)],
        CheckRun = checkRun,
        LacksAnnotations = lacksAnnotations,
    };
}
