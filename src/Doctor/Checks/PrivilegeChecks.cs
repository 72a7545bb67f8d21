using PolicyGate.Doctor.Workflows;

namespace PolicyGate.Doctor.Checks;

/// <summary>
/// Whether code of a stranger runs with the repository's own token:
/// https://docs.github.com/actions/reference/security/securely-using-pull_request_target.
/// </summary>
internal static class PrivilegeChecks
{
    private static readonly string[] Heads =
    [
        "github.event.pull_request.head.", "github.head_ref", "refs/pull/", "github.event.workflow_run.head_",
        "github.event.pull_request.merge_commit_sha", "github.event.number", "github.event.pull_request.number",
    ];

    public static IEnumerable<Diagnosis> Of(GateWorkflow workflow) => workflow.Triggers.ArePrivileged
        ? workflow.Workflow.Jobs.SelectMany(job => OfJob(workflow, job))
        : [];

    private static IEnumerable<Diagnosis> OfJob(GateWorkflow workflow, Job job)
    {
        foreach (JobStep checkout in job.Steps.Where(IsOfHead))
        {
            bool runsIt = job.After(checkout).Any(step => step.RunsLocalCode);
            yield return runsIt ? RunsHead(checkout) : HasHead(checkout);
        }

        foreach (JobStep gate in workflow.Jobs.Where(one => one.Job == job).SelectMany(one => one.JudgingSteps))
        {
            if (job.Before(gate).Any(IsOfHead) && gate.IsScript)
            {
                yield return EvaluatesHead(gate);
            }
        }
    }

    private static bool IsOfHead(JobStep step) =>
        step.IsCheckout
        && new[] { step.Input("ref"), step.Input("repository") }.Any(
            input => Heads.Any(head => input.Text.Contains(head, StringComparison.OrdinalIgnoreCase)));

    private static Diagnosis RunsHead(JobStep checkout) => Diagnosis.Error(
        "privilege/head-runs",
        checkout.Root.Location,
        "a pull request's files are checked out, and a later step runs scripts beside them",
        "The token may write and secrets are there: whoever opens a pull request can take over the repository.",
        "Judge in a workflow on `pull_request`; publish in one on `workflow_run` that checks nothing out.",
        "on:\n  pull_request:\n  merge_group:");

    private static Diagnosis HasHead(JobStep checkout) => Diagnosis.Warning(
        "privilege/head-checkout",
        checkout.Root.Location,
        "a pull request's files are checked out in a job whose token may write",
        "Nothing runs them now; a step that is added later may, and newer releases of the checkout refuse it.",
        "Judge in a workflow on `pull_request`, which works for forks too.",
        "on:\n  pull_request:\n  merge_group:");

    private static Diagnosis EvaluatesHead(JobStep gate) => Diagnosis.Error(
        "privilege/head-policies",
        gate.Script.Location,
        "the pull request is judged by its own policies, in a job whose token may write",
        "Whoever opens a pull request decides what it is judged by, and has code compiled beside the token.",
        "Judge in a workflow on `pull_request` with the action, which takes the policies of the base.",
        "on:\n  pull_request:\n  merge_group:");
}
