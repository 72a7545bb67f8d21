// Two masters for one number: each time that git is applied, the replicas that an autoscaler added in the rush are gone.
// https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling

return new Policy<Resource>
{
    Title       = "Workloads under an autoscaler do not set their replicas",
    Severity    = Medium,
    Controls    = [Nist80053("CM-6"), Iso27001("A.8.6")],
    Remediation = "Remove spec.replicas from the workload; the autoscaler's minimum takes its place.",
    Subjects    = estate => estate.Resources.Where(workload => workload.IsReplicated),
    Evaluate    = workload => (workload["spec.replicas"], workload.Autoscaler) switch
    {
        (_, null) => NotApplicable("no autoscaler sets its replicas"),
        ({ IsMissing: true } unset, var autoscaler) => Pass(unset, autoscaler.TargetReference),
        (var replicas, var autoscaler) => Fail(replicas, $"{replicas.Path} is {replicas}, and {autoscaler.Description} sets it too", Remove(replicas)),
    },
};
