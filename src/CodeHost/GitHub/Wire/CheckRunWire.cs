using System.Collections.Immutable;

namespace PolicyGate.CodeHost.GitHub.Wire;

internal sealed record CheckRunsWire
{
    public required ImmutableArray<CheckRunWire> CheckRuns { get; init; }
}

internal sealed record CheckRunWire
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string HeadSha { get; init; }

    public required string Status { get; init; }

    public string? Conclusion { get; init; }

    public string? ExternalId { get; init; }

    public string? HtmlUrl { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public required OutputWire Output { get; init; }

    public AppWire? App { get; init; }

    public CheckRun ToCheckRun() => new()
    {
        Id = Id,
        Name = Name,
        HeadSha = HeadSha,
        Status = CheckWords.Status(Status),
        Conclusion = CheckWords.Conclusion(Conclusion),
        ExternalId = ExternalId ?? "",
        Url = GitHubJson.Address(HtmlUrl),
        StartedAt = StartedAt,
        CompletedAt = CompletedAt,
        AnnotationCount = Output.AnnotationsCount,
        Title = Output.Title ?? "",
        Summary = Output.Summary ?? "",
        App = App?.Slug ?? "",
    };
}

internal sealed record OutputWire
{
    public string? Title { get; init; }

    public string? Summary { get; init; }

    public int AnnotationsCount { get; init; }
}

/// <summary>A check run to be made or changed; what is null is not sent.</summary>
internal sealed record CheckRunWish
{
    public string? Name { get; init; }

    public string? HeadSha { get; init; }

    public string? Status { get; init; }

    public string? Conclusion { get; init; }

    public string? ExternalId { get; init; }

    public string? DetailsUrl { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public OutputWish? Output { get; init; }

    public static CheckRunWish Of(NewCheckRun run) => new()
    {
        Name = run.Name,
        HeadSha = run.HeadSha,
        Status = CheckWords.Of(run.Status),
        Conclusion = CheckWords.Of(run.Conclusion),
        ExternalId = run.ExternalId.Length > 0 ? run.ExternalId : null,
        DetailsUrl = run.DetailsUrl?.AbsoluteUri,
        StartedAt = run.StartedAt?.ToUniversalTime(),
        CompletedAt = run.CompletedAt?.ToUniversalTime(),
        Output = OutputWish.Of(run.Output),
    };

    public static CheckRunWish Of(CheckRunUpdate update) => new()
    {
        Status = update.Status is { } status ? CheckWords.Of(status) : null,
        Conclusion = CheckWords.Of(update.Conclusion),
        DetailsUrl = update.DetailsUrl?.AbsoluteUri,
        CompletedAt = update.CompletedAt?.ToUniversalTime(),
        Output = OutputWish.Of(update.Output),
    };
}

internal sealed record OutputWish(string Title, string Summary, string? Text, ImmutableArray<AnnotationWire>? Annotations)
{
    public static OutputWish? Of(CheckOutput? output) => output is null ? null : new(
        output.Title,
        output.Summary,
        output.Text,
        output.Annotations.IsDefaultOrEmpty ? null : [.. output.Annotations.Select(AnnotationWire.Of)]);
}

/// <summary>An annotation, to be sent and as it was received.</summary>
internal sealed record AnnotationWire
{
    public required string Path { get; init; }

    public required int StartLine { get; init; }

    public required int EndLine { get; init; }

    public int? StartColumn { get; init; }

    public int? EndColumn { get; init; }

    public string? AnnotationLevel { get; init; }

    public string? Message { get; init; }

    public string? Title { get; init; }

    public string? RawDetails { get; init; }

    public static AnnotationWire Of(Annotation annotation) => new()
    {
        Path = annotation.Path,
        StartLine = annotation.StartLine,
        EndLine = annotation.EndLine,
        StartColumn = annotation.StartColumn,
        EndColumn = annotation.EndColumn,
        AnnotationLevel = CheckWords.Of(annotation.Level),
        Message = annotation.Message,
        Title = annotation.Title.Length > 0 ? annotation.Title : null,
        RawDetails = annotation.RawDetails.Length > 0 ? annotation.RawDetails : null,
    };

    public Annotation ToAnnotation() => new()
    {
        Path = Path,
        StartLine = StartLine,
        EndLine = EndLine,
        StartColumn = StartColumn,
        EndColumn = EndColumn,
        Level = CheckWords.Level(AnnotationLevel),
        Message = Message ?? "",
        Title = Title ?? "",
        RawDetails = RawDetails ?? "",
    };
}
