using System.Text.RegularExpressions;
using PolicyGate.Doctor.Workflows;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Checks;

/// <summary>
/// Whether a job can end well without the gate being open. To branch protection a skipped job is a successful one:
/// https://docs.github.com/actions/how-tos/write-workflows/choose-when-workflows-run/control-jobs-with-conditions.
/// </summary>
internal static partial class BypassChecks
{
    private const string SkippedIsSuccess = "To branch protection a skipped job is a successful one: the change is merged without having been judged.";

    public static IEnumerable<Diagnosis> Of(GateWorkflow workflow) => workflow.IsAwaited
        ? workflow.JudgingJobs.SelectMany(job => (IEnumerable<Diagnosis>)
            [
                .. JobCondition(job.Job),
                .. Needs(job.Job),
                .. ContinueOnError(job.Job.Root),
                .. job.JudgingSteps.SelectMany(step => OfStep(workflow, job.Job, step)),
            ])
        : [];

    private static IEnumerable<Diagnosis> OfStep(GateWorkflow workflow, Job job, JobStep step) =>
    [
        .. StepCondition(step),
        .. OutcomeIsRead(job, step) ? [] : ContinueOnError(step.Root),
        .. ExitCode(workflow.Workflow, step),
        .. HeadPolicies(workflow, step),
    ];

    private static IEnumerable<Diagnosis> JobCondition(Job job)
    {
        if (job.Condition.Exists && !job.AlwaysRuns)
        {
            yield return Diagnosis.Error(
                "gate/job-condition",
                job.Condition.Location,
                $"the job `{job.Id}` is skipped when its `if` does not hold",
                SkippedIsSuccess,
                "Remove the `if` of the job; put conditions on the steps that are not the gate.");
        }
    }

    private static IEnumerable<Diagnosis> Needs(Job job)
    {
        if (job.Needs.Any() && !job.AlwaysRuns)
        {
            yield return Diagnosis.Error(
                "gate/needs",
                job.Root.Field("needs").Location,
                $"the job `{job.Id}` is skipped when {string.Join(", ", job.Needs.Select(need => $"`{need}`"))} fails or is skipped",
                SkippedIsSuccess,
                "Remove `needs`, or let the job run whatever became of the others.",
                "if: always()");
        }
    }

    private static IEnumerable<Diagnosis> StepCondition(JobStep step)
    {
        Node condition = step.Root.Field("if");
        if (condition.Exists && !Conditions.IsAlways(condition))
        {
            yield return Diagnosis.Error(
                "gate/step-condition",
                condition.Location,
                "the gate's step is skipped when its `if` does not hold",
                "A job whose step is skipped succeeds: the change is merged without having been judged.",
                "Remove the `if` of the step.");
        }
    }

    private static IEnumerable<Diagnosis> ContinueOnError(Node jobOrStep)
    {
        Node place = jobOrStep.Field("continue-on-error");
        if (place.Exists && !place.Text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase))
        {
            yield return Diagnosis.Error(
                "gate/continue-on-error",
                place.Location,
                "`continue-on-error` lets the job succeed when the gate is closed",
                "The required status is green whatever was found.",
                "Remove `continue-on-error`; choose what closes the gate with `fail-on`.",
                "fail-on: high");
        }
    }

    /// <summary>A later step looks at what became of this one, as tests of the action do.</summary>
    private static bool OutcomeIsRead(Job job, JobStep step) =>
        step.Id.Length > 0 && job.After(step).Any(later => later.Root.Descendants.Any(
            place => place.Text.Contains($"steps.{step.Id}.outcome", StringComparison.Ordinal)
                || place.Text.Contains($"steps.{step.Id}.outputs.gate", StringComparison.Ordinal)));

    private static IEnumerable<Diagnosis> ExitCode(Workflow workflow, JobStep step)
    {
        string script = step.Script.Text;
        if (IgnoredFailure().Match(script) is { Success: true } ignored)
        {
            yield return LostExitCode(workflow.Find(step.Script, ignored.Value.Trim()), "the script goes on when the gate is closed");
        }
        else if (Piped().Match(script) is { Success: true } piped && !PipesFail(workflow, step))
        {
            yield return LostExitCode(workflow.Find(step.Script, piped.Value.Trim()), "the exit code is that of the last program of the pipe");
        }
    }

    private static Diagnosis LostExitCode(Location place, string problem) => Diagnosis.Error(
        "gate/exit-code-lost",
        place,
        problem,
        "The required status is green whatever was found.",
        "Let the program's exit code be that of the step; write reports with --output instead of a pipe.",
        "run: policygate check --output console --output json=report.json");

    /// <summary>
    /// <c>shell: bash</c> sets pipefail, no shell at all does not:
    /// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#defaultsrunshell.
    /// </summary>
    private static bool PipesFail(Workflow workflow, JobStep step) =>
        step.Script.Text.Contains("pipefail", StringComparison.Ordinal)
        || new[]
            {
                step.Root.Field("shell"),
                step.Root.Parent.Parent.Field("defaults")["run.shell"],
                workflow.Root.Field("defaults")["run.shell"],
            }
            .FirstOrDefault(shell => shell.Exists)?.Text == "bash";

    private static IEnumerable<Diagnosis> HeadPolicies(GateWorkflow workflow, JobStep step)
    {
        if (!step.InputIs("policies-from", "head"))
        {
            yield break;
        }

        Func<string, Location, string, string, string, string, Diagnosis> make =
            workflow.Triggers.Has(Triggers.PullRequestTarget) ? Diagnosis.Error : Diagnosis.Warning;
        yield return make(
            "gate/head-policies",
            step.Input("policies-from").Location,
            "the change is judged by the policies, waivers and configuration that it brings itself",
            "Whoever changes a manifest can change what it is judged by in the same pull request.",
            "Leave `policies-from` at its default.",
            "policies-from: base");
    }

    [GeneratedRegex(@"policygate\S*[ \t]+(check|drift)\b[^\n|]*(\|\|[^\n]*|;[ \t]*(true|exit[ \t]+0|:)[ \t]*$|[^&]&[ \t]*$)", RegexOptions.Multiline)]
    private static partial Regex IgnoredFailure();

    [GeneratedRegex(@"policygate\S*[ \t]+(check|drift)\b[^\n|]*\|[^\n]*")]
    private static partial Regex Piped();
}
