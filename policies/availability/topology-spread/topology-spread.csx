// Replicas in one zone or on one node fail together. Constraints have the scheduler spread them evenly, and go on doing so as
// nodes and replicas are added. https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/

return new Policy<PodTemplate, Topologies>
{
    Title       = "Replicas are spread over zones and nodes",
    Severity    = Low,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14")],
    Remediation = "Add topologySpreadConstraints by topology.kubernetes.io/zone and kubernetes.io/hostname whose labelSelector matches the pod's own labels.",
    Subjects    = estate => estate.Pods.Where(pod => pod.Workload.IsReplicated),
    Evaluate    = (pod, topologies) =>
        pod.Workload.MayRunSeveral ? Spread(pod, pod.Spec["topologySpreadConstraints"], topologies) : NotApplicable("it runs one pod at most"),
};

record Topologies
{
    // Labels of nodes; pods are to be spread over the values of each.
    public ImmutableArray<string> Keys { get; init; } = ["topology.kubernetes.io/zone", "kubernetes.io/hostname"];
}

// Where constraints spread the pods over zones, anti-affinity may keep them on different nodes.
Verdict Spread(PodTemplate pod, Node constraints, Topologies topologies)
{
    Node[] rules = [.. pod.Spread.Constraints, .. pod.Spread.AntiAffinity];
    string[] missing = [.. topologies.Keys.Except(rules.Select(rule => rule["topologyKey"].Text))];
    return constraints.Count == 0 ? Fail(constraints, $"{constraints.Path} is not set")
        : missing is [] ? Pass(constraints)
        : Fail(constraints, $"nothing spreads the pods over {string.Join(" and ", missing)}");
}
