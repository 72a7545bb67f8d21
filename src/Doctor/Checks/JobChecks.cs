using PolicyGate.Doctor.Workflows;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Checks;

/// <summary>Whether the job's status is one, ends in time, and is the one of this commit.</summary>
internal static class JobChecks
{
    /// <summary>What differs from one pull request to the next.</summary>
    private static readonly string[] PerPullRequest =
    [
        "github.event.pull_request.number", "github.event.number", "github.head_ref", "github.event.pull_request.head.",
        "github.run_id", "github.event.workflow_run.",
    ];

    /// <summary>The same, unless the workflow runs for the target branch: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request_target.</summary>
    private static readonly string[] PerRef = ["github.ref", "github.sha"];

    public static IEnumerable<Diagnosis> Of(GateWorkflow workflow) =>
    [
        .. Concurrency(workflow, workflow.Workflow.Root.Field("concurrency")),
        .. workflow.JudgingJobs.SelectMany(job => Concurrency(workflow, job.Job.Root.Field("concurrency"))),
        .. workflow.JudgingJobs.Where(job => !job.CallsGate).SelectMany(job => Timeout(job.Job)),
        .. workflow.IsAwaited ? workflow.JudgingJobs.SelectMany(job => Matrix(workflow.Workflow, job.Job)) : [],
    ];

    private static IEnumerable<Diagnosis> Concurrency(GateWorkflow workflow, Node concurrency)
    {
        Node group = concurrency.IsMapping ? concurrency.Field("group") : concurrency;
        if (!workflow.IsAwaited || concurrency.IsMissing || IsPerPullRequest(workflow, group.Text))
        {
            yield break;
        }

        bool cancels = concurrency.Field("cancel-in-progress").Text.Trim() is not ("" or "false");
        Func<string, Location, string, string, string, string, Diagnosis> make = cancels ? Diagnosis.Error : Diagnosis.Warning;
        yield return make(
            "gate/concurrency",
            group.Location,
            cancels
                ? "pull requests share a concurrency group, and each run cancels that of another pull request"
                : "pull requests share a concurrency group, in which only the newest run waits and others are cancelled",
            "The required status of the other pull request ends as cancelled, and its author has to start it again.",
            "Give each pull request and merge group a concurrency group of its own.",
            "concurrency:\n  group: ${{ github.workflow }}-${{ github.event.pull_request.number || github.ref }}\n  cancel-in-progress: true");
    }

    private static bool IsPerPullRequest(GateWorkflow workflow, string group) =>
        PerPullRequest.Any(part => group.Contains(part, StringComparison.OrdinalIgnoreCase))
        || (!workflow.Triggers.ArePrivileged && PerRef.Any(part => group.Contains(part, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<Diagnosis> Timeout(Job job)
    {
        if (job.Root.Field("timeout-minutes").IsMissing)
        {
            yield return Diagnosis.Warning(
                "gate/timeout",
                job.Root.Location,
                $"the job `{job.Id}` has no `timeout-minutes`",
                "A run that hangs keeps the required status pending for six hours.",
                "Set a limit that is a few times what a run takes.",
                "timeout-minutes: 15");
        }
    }

    private static IEnumerable<Diagnosis> Matrix(Workflow workflow, Job job)
    {
        if (job.Matrix.Exists && !workflow.Jobs.Any(other => Sums(other, job)))
        {
            yield return Diagnosis.Warning(
                "gate/matrix",
                job.Matrix.Location,
                $"the job `{job.Id}` reports one status for each entry of its matrix, under names that vary",
                "Branch protection requires names: an entry that is added later is not required, one that is removed stays pending.",
                "Require one job that runs after all of them and fails unless each has succeeded.",
                $"gate:\n  needs: [{job.Id}]\n  if: always()\n  runs-on: ubuntu-latest\n  timeout-minutes: 5\n  steps:\n"
                + $"    - run: test \"$RESULT\" = success\n      env:\n        RESULT: ${{{{ needs.{job.Id}.result }}}}");
        }
    }

    /// <summary>A job that always runs after another and looks at its result.</summary>
    private static bool Sums(Job sum, Job job) =>
        sum.AlwaysRuns
        && sum.Needs.Contains(job.Id, StringComparer.Ordinal)
        && sum.Root.Descendants.Any(place =>
            place.Text.Contains($"needs.{job.Id}.result", StringComparison.Ordinal)
            || place.Text.Contains("needs.*.result", StringComparison.Ordinal)
            || place.Text.Contains("toJSON(needs)", StringComparison.OrdinalIgnoreCase));
}
