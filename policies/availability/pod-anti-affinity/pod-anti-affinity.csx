// Replicas on one node fail together. With anti-affinity the scheduler puts pods of one workload on different nodes.
// https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity

return new Policy<PodTemplate, Apart>
{
    Title       = "Replicas keep away from each other's nodes",
    Severity    = Low,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14")],
    Remediation = "Add a podAntiAffinity term with topologyKey kubernetes.io/hostname whose labelSelector matches the pod's own labels.",
    Subjects    = estate => estate.Pods.Where(pod => pod.Workload.IsReplicated),
    Evaluate    = (pod, apart) => pod.Spread switch
    {
        _ when !pod.Workload.MayRunSeveral => NotApplicable("it runs one pod at most"),
        var spread when spread.AntiAffinity.FirstOrDefault(term => apart.Keys.Contains(term["topologyKey"].Text)) is { } term => Pass(term),
        { AntiAffinityField: var field } when field.Count == 0 => Fail(field, $"{field.Path} is not set"),
        { AntiAffinityField: var field } => Fail(field, $"no term of {field.Path} keeps the pods from each other's nodes: by topologyKey and labelSelector it means others"),
    },
};

record Apart
{
    // Labels of nodes. Whoever keeps pods in different zones keeps them on different nodes too.
    public ImmutableArray<string> Keys { get; init; } =
    [
        "kubernetes.io/hostname", "topology.kubernetes.io/zone", "topology.kubernetes.io/region",
        "failure-domain.beta.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/region",
    ];
}
