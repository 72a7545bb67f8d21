using System.Globalization;
using PolicyGate.Doctor.Workflows;

namespace PolicyGate.Doctor.Checks;

/// <summary>Whether another job reports under the gate's name on the same commits.</summary>
internal static class JobNameChecks
{
    private static readonly string[] OnPullRequests = [Triggers.PullRequest, Triggers.PullRequestTarget, "push"];

    public static IEnumerable<Diagnosis> Of(IEnumerable<Workflow> workflows, IEnumerable<GateWorkflow> gates)
    {
        (Workflow Workflow, Job Job)[] all = [.. workflows.SelectMany(workflow => workflow.Jobs.Select(job => (workflow, job)))];
        (Workflow Workflow, Job Job)[] judging =
            [.. gates.Where(gate => gate.IsAwaited).SelectMany(gate => gate.JudgingJobs.Select(job => (gate.Workflow, job.Job)))];
        return judging
            .SelectMany(gate => all
                .Where(other => other.Job != gate.Job && other.Job.Name == gate.Job.Name && Meet(gate.Workflow, other.Workflow))
                .Select(other => (Gate: gate, Other: other)))
            .DistinctBy(pair => string.Join('\n', new[] { PlaceOf(pair.Gate), PlaceOf(pair.Other) }.Order(StringComparer.Ordinal)))
            .Select(pair => Diagnosis.Error(
                "gate/name-twice",
                pair.Other.Job.Root.Location,
                $"the job reports as `{pair.Other.Job.Name}`, which is the gate's name too (line {PlaceOf(pair.Gate)})",
                "Branch protection knows jobs by name alone: the other job's success can stand for the gate's.",
                "Give one of the two another `name`."));
    }

    private static bool Meet(Workflow one, Workflow other) =>
        one == other
        || (OnPullRequests.Any(one.Triggers.Has) && OnPullRequests.Any(other.Triggers.Has))
        || (one.Triggers.Has(Triggers.MergeGroup) && other.Triggers.Has(Triggers.MergeGroup));

    private static string PlaceOf((Workflow Workflow, Job Job) one) =>
        $"{one.Job.Root.Location.Span.StartLine.ToString(CultureInfo.InvariantCulture)} of {one.Workflow.File}";
}
