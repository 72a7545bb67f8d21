// A budget that lets no pod go stops the drain of its node for ever: no upgrade, no repair, until somebody deletes it by
// hand. https://kubernetes.io/docs/tasks/run-application/configure-pdb/

return new Policy<DisruptionBudget, Share>
{
    Title       = "Disruption budgets let at least one pod go",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Nist80053("SI-2"), Iso27001("A.8.14")],
    Remediation = "Set maxUnavailable to 1 or more, or minAvailable below the number of replicas.",
    Subjects    = estate => estate.DisruptionBudgets,
    Evaluate    = (budget, share) => budget.Workloads.ToImmutableArray() switch
    {
        _ when budget.Limit.IsMissing => NotApplicable("it sets neither minAvailable nor maxUnavailable"),
        _ when CountOrPercent.Of(budget.Limit) is null => Fail(budget.Limit, $"{budget.Limit.Path} is {budget.Limit}, neither a number nor a percentage"),
        _ when budget.AllowedOf(Many) == 0 => Fail(budget.Limit, $"{budget.Limit.Path} is {budget.Limit}: no pod may ever be evicted", FixFor(budget)),
        var workloads when !workloads.IsEmpty && workloads.All(workload => workload.IsReplicated) => Counted(budget, workloads),
        _ => Unknown(budget, share.Percentage),
    },
};

record Share
{
    // How much a percentage has to let go where the pods cannot be counted; 0 asks for nothing.
    public int Percentage { get; init; } = 50;
}

const long Many = 1_000_000;

Verdict Counted(DisruptionBudget budget, ImmutableArray<Resource> workloads) =>
    workloads.Sum(workload => Math.Min(Many, workload.LeastReplicas ?? workload.Replicas)) is var pods and > 0 && budget.AllowedOf(pods) == 0
        ? Fail(budget.Limit, $"{budget.Limit.Path} is {budget.Limit}, and {string.Join(" and ", workloads.Select(workload => workload.Description))} may run only {pods}: no pod may be evicted", FixFor(budget))
        : Pass(budget.Limit, [.. workloads.Select(workload => workload["spec.replicas"])]);

Verdict Unknown(DisruptionBudget budget, int percentage) =>
    CountOrPercent.Of(budget.Limit) is { IsPercent: true } && budget.AllowedOf(100) < percentage
        ? Fail(budget.Limit, $"{budget.Limit.Path} is {budget.Limit}: less than {percentage}% of pods that cannot be counted here may be evicted")
        : Pass(budget.Limit);

Fix? FixFor(DisruptionBudget budget) => budget.Limit.Name == "maxUnavailable" ? Set(budget.Limit, 1) : null;
