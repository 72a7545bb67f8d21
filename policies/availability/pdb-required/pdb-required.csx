// When a node is drained, all of a workload's pods may be evicted at once unless a budget forbids it: an upgrade of the
// cluster becomes an outage. https://kubernetes.io/docs/tasks/run-application/configure-pdb/

return new Policy<Resource>
{
    Title       = "Replicated workloads have a disruption budget",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Hipaa("164.308(a)(7)(ii)(C)"), Iso27001("A.8.14")],
    Remediation = "Add a PodDisruptionBudget in the same namespace whose selector matches the labels of the pods, with maxUnavailable: 1.",
    Subjects    = estate => estate.Resources.Where(workload => workload.IsReplicated),
    Evaluate    = workload =>
        Budgets(workload).FirstOrDefault() is { } budget ? Pass($"covered by {budget.Description}", budget["spec.selector"])
        : !workload.MayRunSeveral ? NotApplicable("it runs one pod at most")
        : Fail(workload["metadata.name"], $"no PodDisruptionBudget selects the pods of {workload.Description}"),
};

IEnumerable<DisruptionBudget> Budgets(Resource workload) =>
    workload.Environment.NamespaceNamed(workload.Namespace)?.DisruptionBudgets.Where(budget => budget.Covers(workload)) ?? [];
