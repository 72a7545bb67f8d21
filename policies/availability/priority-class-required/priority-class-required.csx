// When nodes are full, Kubernetes removes pods of lower priority for those of higher. Without a class every pod is worth the
// same, and a report in development may displace the database.
// https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/

return new Policy<PodTemplate>
{
    Title       = "Pods have a priority class",
    Severity    = Low,
    Controls    = [Nist80053("SC-6"), Iso27001("A.8.6")],
    Remediation = "Set priorityClassName to a PriorityClass that says how important the workload is.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => pod.Spec["priorityClassName"] is { Text.Length: > 0 } named
        ? Pass(named)
        : Fail(pod.Spec["priorityClassName"], $"{pod.Spec["priorityClassName"].Path} is not set"),
};
