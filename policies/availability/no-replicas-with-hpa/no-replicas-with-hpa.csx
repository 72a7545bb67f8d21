// Two masters for one number: each time that git is applied, the replicas that an autoscaler added in the rush are gone.
// https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling

return new Policy<Autoscaler>
{
    Title       = "Workloads under an autoscaler do not set their replicas",
    Severity    = Medium,
    Controls    = [Nist80053("CM-6"), Nist80053("SC-5(2)"), Iso27001("A.8.6")],
    Remediation = "Remove spec.replicas from the workload; the autoscaler's minimum takes its place.",
    Subjects    = estate => estate.Autoscalers,
    Evaluate    = autoscaler => autoscaler.Target?["spec.replicas"] switch
    {
        null => NotApplicable("its target is not among the manifests"),
        { IsMissing: true } unset => Pass(unset, autoscaler.TargetReference),
        var replicas => Fail(replicas, $"{replicas.Path} is {replicas}, and {autoscaler.Description} sets it too", Remove(replicas)),
    },
};
