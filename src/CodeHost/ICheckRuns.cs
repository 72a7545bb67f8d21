using System.Collections.Immutable;

namespace PolicyGate.CodeHost;

/// <summary>The check runs of commits (<see href="https://docs.github.com/rest/checks/runs">API</see>).</summary>
public interface ICheckRuns
{
    /// <summary>
    /// Makes one. When the answer is lost and <see cref="NewCheckRun.ExternalId"/> is set, it is looked for by that id
    /// before it is made again.
    /// </summary>
    /// <exception cref="ArgumentException">A text or the number of annotations is over the host's limit.</exception>
    Task<HostAnswer<CheckRun>> Create(NewCheckRun run, CancellationToken cancellation);

    /// <summary>Changes one; annotations are added to those it has.</summary>
    /// <exception cref="ArgumentException">A text or the number of annotations is over the host's limit.</exception>
    Task<HostAnswer<CheckRun>> Update(long id, CheckRunUpdate update, CancellationToken cancellation);

    Task<HostAnswer<CheckRun>> Get(long id, CancellationToken cancellation);

    /// <summary>The runs of a name, or all (null), for a commit, branch or tag; newest first, superseded ones too.</summary>
    Task<HostAnswer<Listing<CheckRun>>> List(string revision, string? name, CancellationToken cancellation);

    Task<HostAnswer<Listing<Annotation>>> ListAnnotations(long id, CancellationToken cancellation);
}

public enum CheckStatus
{
    Queued,
    InProgress,
    Completed,

    /// <summary>One that only the host itself sets, such as waiting or requested.</summary>
    Other,
}

/// <summary>How a check run ended. Branch protection takes success, neutral and skipped for good.</summary>
public enum CheckConclusion
{
    Success,
    Failure,
    Neutral,
    Cancelled,
    Skipped,
    TimedOut,
    ActionRequired,

    /// <summary>Read only: the host gave the run up.</summary>
    Stale,

    /// <summary>Read only: one that this program does not know.</summary>
    Other,
}

public enum AnnotationLevel
{
    Notice,
    Warning,
    Failure,
}

/// <summary>A check run to be made.</summary>
public sealed record NewCheckRun
{
    public required string Name { get; init; }

    /// <summary>The full id of the commit.</summary>
    public required string HeadSha { get; init; }

    public required CheckStatus Status { get; init; }

    /// <summary>Wanted with <see cref="CheckStatus.Completed"/>, and only then.</summary>
    public CheckConclusion? Conclusion { get; init; }

    /// <summary>The caller's own id: unique to this attempt, so that a lost answer can be told from a lost request.</summary>
    public string ExternalId { get; init; } = "";

    public Uri? DetailsUrl { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public CheckOutput? Output { get; init; }
}

/// <summary>What changes in a check run; what is null stays.</summary>
public sealed record CheckRunUpdate
{
    public CheckStatus? Status { get; init; }

    /// <summary>Wanted with <see cref="CheckStatus.Completed"/>, and only then.</summary>
    public CheckConclusion? Conclusion { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public Uri? DetailsUrl { get; init; }

    public CheckOutput? Output { get; init; }

    /// <summary>
    /// How many annotations the run has before this (<see cref="CheckRun.AnnotationCount"/> of the last answer). When an
    /// answer is lost, this tells whether the batch had arrived, so that none is shown twice. Null: never sent again.
    /// </summary>
    public int? AnnotationsBefore { get; init; }
}

/// <summary>What a check run shows. GitHub wants title and summary with every batch of annotations.</summary>
public sealed record CheckOutput
{
    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public required string Summary { get; init; }

    /// <summary>Markdown below the summary; null leaves what is there.</summary>
    public string? Text { get; init; }

    public ImmutableArray<Annotation> Annotations { get; init; } = [];
}

/// <summary>A message at lines of a file. Plain text, no Markdown.</summary>
public sealed record Annotation
{
    /// <summary>From the repository's root, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>From 1.</summary>
    public required int StartLine { get; init; }

    public required int EndLine { get; init; }

    /// <summary>From 1; only where start and end are the same line.</summary>
    public int? StartColumn { get; init; }

    public int? EndColumn { get; init; }

    public required AnnotationLevel Level { get; init; }

    public required string Message { get; init; }

    public string Title { get; init; } = "";

    public string RawDetails { get; init; } = "";
}

/// <summary>A check run as the host has it.</summary>
public sealed record CheckRun
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string HeadSha { get; init; }

    public required CheckStatus Status { get; init; }

    public required CheckConclusion? Conclusion { get; init; }

    public required string ExternalId { get; init; }

    /// <summary>For people; null when the host gave none.</summary>
    public required Uri? Url { get; init; }

    public required DateTimeOffset? StartedAt { get; init; }

    public required DateTimeOffset? CompletedAt { get; init; }

    public required int AnnotationCount { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Which app made it, such as <c>github-actions</c>; only that app may change it.</summary>
    public required string App { get; init; }
}
