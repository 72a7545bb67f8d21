using System.Text.RegularExpressions;

namespace PolicyGate.Publish.Events;

/// <summary>Finds out of which commit is to be told: from the event, unless the user says.</summary>
public static partial class TargetReader
{
    private const string Undone = "0000000000000000000000000000000000000000";

    /// <param name="variable">Variables of the environment, by name
    /// (<see href="https://docs.github.com/actions/reference/workflows-and-actions/variables">reference</see>).</param>
    /// <param name="payload">Of the event.</param>
    /// <returns>Null when no full id of a commit is to be found.</returns>
    public static PublishTarget? Read(Func<string, string?> variable, EventPayload payload)
    {
        PublishTarget? target = variable("GITHUB_EVENT_NAME") switch
        {
            "pull_request" or "pull_request_target" or "pull_request_review" => OfPullRequest(payload),
            "merge_group" => OfCommit(payload.Text("merge_group", "head_sha")),
            "push" => OfCommit(payload.Text("after")),
            "workflow_run" => OfWorkflowRun(payload),
            _ => null,
        };
        target ??= OfCommit(variable("GITHUB_SHA"));
        return target is null ? null : target with { Run = target.Run ?? RunOf(variable) };
    }

    /// <summary>Whether a text is the full id of a commit, SHA-1 or SHA-256.</summary>
    public static bool IsCommit(string? text) => text is not null && FullId().IsMatch(text) && text != Undone;

    private static PublishTarget? OfCommit(string? commit) => IsCommit(commit) ? new() { Commit = commit! } : null;

    private static PublishTarget? OfPullRequest(EventPayload payload) =>
        OfCommit(payload.Text("pull_request", "head", "sha")) is { } target
            ? target with { PullRequest = Number(payload.Number("pull_request", "number")) }
            : null;

    /// <summary>The run that judged counts, not the one that publishes for it.</summary>
    private static PublishTarget? OfWorkflowRun(EventPayload payload)
    {
        if (OfCommit(payload.Text("workflow_run", "head_sha")) is not { } target)
        {
            return null;
        }

        bool isOfPullRequest = payload.Text("workflow_run", "event") is "pull_request" or "pull_request_target";
        return target with
        {
            IsForeign = true,
            Run = payload.Number("workflow_run", "id") is { } id
                ? new(id, Number(payload.Number("workflow_run", "run_attempt")) ?? 1)
                : null,
            Branch = isOfPullRequest
                && payload.Text("workflow_run", "head_repository", "owner", "login") is { } owner
                && payload.Text("workflow_run", "head_branch") is { } branch
                ? new(owner, branch)
                : null,
        };
    }

    private static RunIdentity? RunOf(Func<string, string?> variable) =>
        RunIdentity.Parse($"{variable("GITHUB_RUN_ID")}.{variable("GITHUB_RUN_ATTEMPT") ?? "1"}");

    private static int? Number(long? number) => number is > 0 and <= int.MaxValue ? (int)number : null;

    [GeneratedRegex(@"\A(?:[0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex FullId();
}
