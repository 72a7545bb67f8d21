namespace PolicyGate.CodeHost.GitHub.Wire;

/// <summary>The words of check runs (<see href="https://docs.github.com/rest/checks/runs">API</see>).</summary>
internal static class CheckWords
{
    public static string Of(CheckStatus status) => status switch
    {
        CheckStatus.Queued => "queued",
        CheckStatus.InProgress => "in_progress",
        CheckStatus.Completed => "completed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "only GitHub sets this"),
    };

    public static CheckStatus Status(string word) => word switch
    {
        "queued" => CheckStatus.Queued,
        "in_progress" => CheckStatus.InProgress,
        "completed" => CheckStatus.Completed,
        _ => CheckStatus.Other,
    };

    public static string? Of(CheckConclusion? conclusion) => conclusion switch
    {
        null => null,
        CheckConclusion.Success => "success",
        CheckConclusion.Failure => "failure",
        CheckConclusion.Neutral => "neutral",
        CheckConclusion.Cancelled => "cancelled",
        CheckConclusion.Skipped => "skipped",
        CheckConclusion.TimedOut => "timed_out",
        CheckConclusion.ActionRequired => "action_required",
        _ => throw new ArgumentOutOfRangeException(nameof(conclusion), conclusion, "only GitHub sets this"),
    };

    public static CheckConclusion? Conclusion(string? word) => word switch
    {
        null => null,
        "success" => CheckConclusion.Success,
        "failure" => CheckConclusion.Failure,
        "neutral" => CheckConclusion.Neutral,
        "cancelled" => CheckConclusion.Cancelled,
        "skipped" => CheckConclusion.Skipped,
        "timed_out" => CheckConclusion.TimedOut,
        "action_required" => CheckConclusion.ActionRequired,
        "stale" => CheckConclusion.Stale,
        _ => CheckConclusion.Other,
    };

    public static string Of(AnnotationLevel level) => level switch
    {
        AnnotationLevel.Notice => "notice",
        AnnotationLevel.Warning => "warning",
        AnnotationLevel.Failure => "failure",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "no such level"),
    };

    public static AnnotationLevel Level(string? word) => word switch
    {
        "notice" => AnnotationLevel.Notice,
        "warning" => AnnotationLevel.Warning,
        _ => AnnotationLevel.Failure,
    };
}
