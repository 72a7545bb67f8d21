using PolicyGate.Doctor.Workflows;

namespace PolicyGate.Doctor.Checks;

/// <summary>Whether the gate finds what it judges, and leaves no token beside it.</summary>
internal static class CheckoutChecks
{
    public static IEnumerable<Diagnosis> Of(GateWorkflow workflow) => workflow.Jobs.SelectMany(job => (IEnumerable<Diagnosis>)
    [
        .. job.JudgingSteps.SelectMany(step => Missing(job.Job, step)),
        .. job.JudgingSteps.Where(NeedsBase).Take(1).SelectMany(step => Depth(job.Job, step)),
        .. job.Job.Steps.Where(step => step.IsCheckout).SelectMany(Credentials),
    ]);

    private static IEnumerable<Diagnosis> Missing(Job job, JobStep gate)
    {
        if (!job.Before(gate).Append(gate).Any(BringsFiles))
        {
            yield return Diagnosis.Error(
                "checkout/missing",
                gate.Root.Location,
                "nothing checks the repository out before the gate",
                "There is nothing to judge, and the gate never opens.",
                "Put a checkout before it.",
                "- uses: actions/checkout@<full commit SHA>\n  with:\n    fetch-depth: 0\n    persist-credentials: false");
        }
    }

    private static bool BringsFiles(JobStep step) =>
        step.Uses.Text.Contains("checkout", StringComparison.OrdinalIgnoreCase)
        || step.Uses.Text.Contains("download-artifact", StringComparison.OrdinalIgnoreCase)
        || step.Script.Text.Contains("git ", StringComparison.Ordinal)
        || step.Script.Text.Contains("--live", StringComparison.Ordinal);

    private static bool NeedsBase(JobStep gate) =>
        gate.InputIs("baseline", "true")
        || gate.Script.Text.Contains("--baseline", StringComparison.Ordinal)
        || gate.Script.Text.Contains("--changed-since", StringComparison.Ordinal);

    private static IEnumerable<Diagnosis> Depth(Job job, JobStep gate) => job.Before(gate)
        .Where(step => step.IsCheckout && step.Input("fetch-depth").Text is not ['$', ..] and not "0")
        .Take(1)
        .Where(_ => !job.Before(gate).Append(gate).Any(step => step.Script.Text.Contains("git fetch", StringComparison.Ordinal)))
        .Select(step => Diagnosis.Error(
            "checkout/depth",
            step.Input("fetch-depth").Location,
            "the base commit, with which the gate compares, is not checked out",
            "By default there is one commit only: the comparison fails, and the gate never opens.",
            "Check the history out.",
            "fetch-depth: 0"));

    private static IEnumerable<Diagnosis> Credentials(JobStep checkout)
    {
        if (!checkout.InputIs("persist-credentials", "false"))
        {
            yield return Diagnosis.Warning(
                "checkout/credentials",
                checkout.Input("persist-credentials").Location,
                "the checkout leaves the job's token in .git/config",
                "All that runs in the job later can read it.",
                "Say that it is not kept.",
                "persist-credentials: false");
        }
    }
}
