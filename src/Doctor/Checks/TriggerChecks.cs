using PolicyGate.Doctor.Workflows;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Checks;

/// <summary>
/// Whether the workflow starts whenever its status is awaited:
/// https://docs.github.com/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/troubleshooting-required-status-checks.
/// </summary>
internal static class TriggerChecks
{
    private static readonly string[] PathFilters = ["paths", "paths-ignore"];

    /// <summary>What a pull request needs; these are the default too.</summary>
    private static readonly string[] NeededTypes = ["opened", "synchronize", "reopened"];

    public static IEnumerable<Diagnosis> Of(GateWorkflow workflow)
    {
        Triggers triggers = workflow.Triggers;
        if (!workflow.JudgingJobs.Any())
        {
            return [];
        }

        Node[] pullRequests = [triggers.Of(Triggers.PullRequest), triggers.Of(Triggers.PullRequestTarget)];
        return
        [
            .. pullRequests.SelectMany(Paths),
            .. pullRequests.Append(triggers.Of(Triggers.MergeGroup)).SelectMany(Branches),
            .. pullRequests.SelectMany(Types),
            .. MergeGroup(triggers),
        ];
    }

    private static IEnumerable<Diagnosis> Paths(Node pullRequest) => PathFilters
        .Select(filter => pullRequest.Field(filter))
        .Where(filter => filter.Exists)
        .Select(filter => Diagnosis.Error(
            "trigger/path-filter",
            filter.Location,
            $"`{filter.Name}` keeps the gate from running on some pull requests",
            "A workflow that a filter skips never reports: its required status stays pending and the pull request cannot be merged.",
            $"Remove `{filter.Name}`: the gate is quick where nothing that it judges has changed, and it always reports.",
            $"on:\n  {pullRequest.Name}:\n  merge_group:"));

    private static IEnumerable<Diagnosis> Branches(Node trigger)
    {
        Node filter = trigger.Field("branches-ignore");
        if (filter.Exists)
        {
            yield return Diagnosis.Error(
                "trigger/branch-filter",
                filter.Location,
                "`branches-ignore` keeps the gate from running for some target branches",
                "Where such a branch is protected, the required status stays pending; where it is not, changes get past the gate.",
                "Remove `branches-ignore`, or name the protected branches in `branches`.",
                $"on:\n  {trigger.Name}:\n    branches: [main]");
        }
    }

    private static IEnumerable<Diagnosis> Types(Node pullRequest)
    {
        Node types = pullRequest.Field("types");
        string[] given = types.IsScalar ? [types.Text] : [.. types.Texts];
        string[] missing = [.. NeededTypes.Except(given, StringComparer.Ordinal)];
        if (types.Exists && missing.Length > 0)
        {
            yield return Diagnosis.Error(
                "trigger/types",
                types.Location,
                $"`types` leaves out {string.Join(", ", missing)}",
                "The status belongs to one commit: after an event that does not start the workflow, the newest commit has none and the pull request hangs.",
                "Remove `types`, or name all three.",
                $"types: [{string.Join(", ", NeededTypes.Union(given, StringComparer.Ordinal))}]");
        }
    }

    private static IEnumerable<Diagnosis> MergeGroup(Triggers triggers)
    {
        if (triggers.HavePullRequests && !triggers.Has(Triggers.MergeGroup))
        {
            yield return Diagnosis.Warning(
                "trigger/merge-group",
                triggers.Place.Location,
                "the workflow does not start for merge groups",
                "In a merge queue the required status is never reported, and nothing can be merged.",
                "Add the trigger; it costs nothing where there is no queue.",
                "on:\n  pull_request:\n  merge_group:");
        }
    }
}
