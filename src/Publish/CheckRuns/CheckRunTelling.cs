using System.Collections.Immutable;
using PolicyGate.CodeHost;
using PolicyGate.CodeHost.GitHub;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Markdown;
using PolicyGate.Texts;

namespace PolicyGate.Publish.CheckRuns;

/// <summary>
/// Concludes the check run of a publication. It is concluded by the first request, and annotations beyond those that fit
/// there are added afterwards: whatever breaks in between, none stays pending.
/// </summary>
internal sealed class CheckRunTelling(ICodeHost host, Publication publication, RunIdentity? run, TimeProvider time)
{
    private readonly ImmutableArray<PlannedAnnotation> planned = AnnotationPlan.Of(publication.Report.Findings);

    private ImmutableArray<PlannedAnnotation> Annotations =>
        [.. planned.Where(one => one.Annotation.Path.Length > 0).Take(AnnotationPlan.Most)];

    /// <summary>Makes one that is in progress, before anything is judged.</summary>
    public Task<HostAnswer<CheckRun>> Start(CancellationToken cancellation) => host.CheckRuns.Create(
        new()
        {
            Name = publication.Name,
            HeadSha = publication.Commit,
            Status = CheckStatus.InProgress,
            ExternalId = ExternalId,
            DetailsUrl = publication.RunUrl,
            StartedAt = time.GetUtcNow(),
        },
        cancellation);

    /// <summary>Concludes the run that was started, or this run's earlier one, or a new one.</summary>
    public async Task<CheckRunOutcome> Conclude(long? started, CancellationToken cancellation)
    {
        EarlierRuns earlier = await EarlierRuns.Find(host, publication, run, started, cancellation);
        if (earlier.Own is null && earlier.IsSuperseded)
        {
            return new(null, [$"a newer run has already told of {publication.Commit[..7]}; its check run stands"]);
        }

        // A repeat continues where the last one stopped: the annotations are the same, in the same order.
        ImmutableArray<PlannedAnnotation> annotations = Annotations;
        int shown = Math.Min(earlier.Own?.Annotations ?? 0, annotations.Length);
        ImmutableArray<PlannedAnnotation> batch = Batch(annotations, shown);
        HostAnswer<CheckRun> answer = await Write(earlier.Own, Output(annotations, shown, batch, isFirst: true), cancellation);
        return answer.IsGiven
            ? await AddAnnotations(answer.Value, annotations, shown + batch.Length, cancellation)
            : await ConcludeAtLeast(earlier.Own, annotations, shown, answer.Problem, cancellation);
    }

    private const string NotTaken = "; GitHub did not take the others";

    private string ExternalId => run?.ToString() ?? Guid.NewGuid().ToString();

    private CheckConclusion Conclusion => publication.Report.Gate == Gate.Open ? CheckConclusion.Success : CheckConclusion.Failure;

    private async Task<CheckRunOutcome> AddAnnotations(
        CheckRun checkRun, ImmutableArray<PlannedAnnotation> annotations, int shown, CancellationToken cancellation)
    {
        while (shown < annotations.Length)
        {
            ImmutableArray<PlannedAnnotation> batch = Batch(annotations, shown);
            CheckRunUpdate update = new()
            {
                Output = Output(annotations, shown, batch),
                AnnotationsBefore = checkRun.AnnotationCount,
            };
            HostAnswer<CheckRun> answer = await host.CheckRuns.Update(checkRun.Id, update, cancellation);
            if (!answer.IsGiven)
            {
                return await GiveUp(checkRun, annotations, shown, answer.Problem, cancellation);
            }

            checkRun = answer.Value;
            shown += batch.Length;
        }

        return new(checkRun, []);
    }

    /// <summary>GitHub may refuse a text or an annotation: then the verdict is told without them.</summary>
    private async Task<CheckRunOutcome> ConcludeAtLeast(
        EarlierRun? own,
        ImmutableArray<PlannedAnnotation> annotations,
        int shown,
        HostProblem problem,
        CancellationToken cancellation)
    {
        if (problem.Kind is not (HostProblemKind.Unprocessable or HostProblemKind.Unreadable))
        {
            return new(null, [$"{problem}"]) { IsRefused = true };
        }

        HostAnswer<CheckRun> answer = await Write(own, Output(annotations, shown, [], NotTaken, isFirst: true), cancellation);
        answer = answer.IsGiven ? answer : await Write(own, null, cancellation);
        return answer.IsGiven
            ? new(answer.Value, [$"{problem}"])
            : new(null, [$"{problem}", $"{answer.Problem}"]) { IsRefused = true };
    }

    /// <summary>The verdict stands already. Says in the check run that the rest is missing, if GitHub takes at least that.</summary>
    private async Task<CheckRunOutcome> GiveUp(
        CheckRun checkRun,
        ImmutableArray<PlannedAnnotation> annotations,
        int shown,
        HostProblem problem,
        CancellationToken cancellation)
    {
        CheckRunUpdate update = new() { Output = Output(annotations, shown, [], NotTaken) };
        HostAnswer<CheckRun> answer = await host.CheckRuns.Update(checkRun.Id, update, cancellation);
        return new(checkRun, answer.IsGiven ? [$"{problem}"] : [$"{problem}", $"{answer.Problem}"]);
    }

    private Task<HostAnswer<CheckRun>> Write(EarlierRun? own, CheckOutput? output, CancellationToken cancellation) => own is null
        ? host.CheckRuns.Create(
            new()
            {
                Name = publication.Name,
                HeadSha = publication.Commit,
                Status = CheckStatus.Completed,
                Conclusion = Conclusion,
                ExternalId = ExternalId,
                DetailsUrl = publication.RunUrl,
                CompletedAt = time.GetUtcNow(),
                Output = output,
            },
            cancellation)
        : host.CheckRuns.Update(
            own.Id,
            new()
            {
                Status = CheckStatus.Completed,
                Conclusion = Conclusion,
                DetailsUrl = publication.RunUrl,
                CompletedAt = time.GetUtcNow(),
                Output = output,
                AnnotationsBefore = own.Annotations,
            },
            cancellation);

    /// <summary>The output when a batch has arrived: it never promises what is not there yet. The evidence comes once.</summary>
    private CheckOutput Output(
        ImmutableArray<PlannedAnnotation> annotations, int shown, ImmutableArray<PlannedAnnotation> batch, string? because = null, bool isFirst = false)
    {
        int arrived = shown + batch.Length;
        int findings = annotations.Take(arrived).Sum(one => one.Findings);
        string reason = because ?? (arrived < annotations.Length ? " so far" : WhyNotAll(annotations.Length));
        string annotated = CheckRunText.Annotated(findings, planned.Sum(one => one.Findings), reason);
        return new()
        {
            Title = PolicyText.Cut(Wording.Verdict(publication.Report), GitHubLimits.CheckTitleCharacters),
            Summary = CheckRunText.Summary(publication, annotated),
            Text = isFirst ? CheckRunText.Evidence(publication) : null,
            Annotations = [.. batch.Select(one => one.Annotation)],
        };
    }

    private string WhyNotAll(int annotations)
    {
        int placed = planned.Count(one => one.Annotation.Path.Length > 0);
        string capped = placed > annotations ? $"; the worst {Words.Number(annotations)} places" : "";
        return placed < planned.Length ? $"{capped}; those that name no file of the repository are listed below only" : capped;
    }

    private static ImmutableArray<PlannedAnnotation> Batch(ImmutableArray<PlannedAnnotation> annotations, int from) =>
        [.. annotations.Skip(from).Take(GitHubLimits.AnnotationsPerRequest)];
}

/// <summary>How it went.</summary>
/// <param name="CheckRun">The check run that shows the verdict; null when there is none.</param>
/// <param name="Problems">What GitHub did not take, in words.</param>
internal sealed record CheckRunOutcome(CheckRun? CheckRun, ImmutableArray<string> Problems)
{
    /// <summary>There is no check run because GitHub refused or failed, not because a newer one stands.</summary>
    public bool IsRefused { get; init; }
}
