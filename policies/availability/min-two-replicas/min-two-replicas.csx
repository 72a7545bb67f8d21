// One pod is no pod while its node is drained, its image is pulled or its process starts again.
// Where an autoscaler sets the number, its minimum counts.

return new Policy<Resource, Replicas>
{
    Title       = "Workloads run at least two replicas",
    Severity    = Medium,
    Controls    = [Nist80053("CP-10"), Hipaa("164.308(a)(7)(ii)(C)"), Iso27001("A.8.14")],
    Remediation = "Set spec.replicas to 2 or more, or let an autoscaler with such a minimum set it.",
    Subjects    = estate => estate.Resources.Where(workload => workload.IsReplicated),
    Evaluate    = (workload, replicas) => workload.Autoscaler switch
    {
        { Least: var least } autoscaler when least >= replicas.Least => Pass($"{autoscaler.Description} keeps {least}", autoscaler.Minimum),
        { Least: 0, Resource.Kind: "ScaledObject" } => NotApplicable("its autoscaler takes away all replicas when there is no work"),
        { Least: var least } autoscaler =>
            Fail(autoscaler.Minimum, $"{autoscaler.Description} lets {workload.Description} run {least}; it must keep {replicas.Least}", Set(autoscaler.Minimum, replicas.Least)),
        null => Several(workload, workload["spec.replicas"], replicas.Least),
    },
};

record Replicas { public int Least { get; init; } = 2; }

Verdict Several(Resource workload, Node replicas, int least) =>
    replicas.Integer >= least ? Pass(replicas)
    : Fail(replicas, $"{replicas.Path} is {(replicas.IsMissing ? "not set, which means 1" : replicas)}; it must be {least} or more", HasState(workload) ? null : Set(replicas, least));

// A second pod beside the first one's data is more than a number.
bool HasState(Resource workload) =>
    workload.Kind == "StatefulSet" || workload.Pods.SelectMany(pod => pod.Volumes).Any(volume => volume["persistentVolumeClaim"].Exists);
