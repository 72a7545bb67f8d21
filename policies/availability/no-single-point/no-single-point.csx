// A node is drained every month and a zone fails every few years. With one replica each is an outage of the ERP; with two
// on the same node or in the same zone, as well. The way in and the application run at least twice, spread over zones.

return new Policy<PodTemplate, Spread>
{
    Title       = "Ingress and application survive the loss of a zone",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(C)"), Nist80053("CP-10"), Nist80053("SC-36"), Iso27001("A.8.14")],
    Remediation = "Set replicas (or minReplicas of the autoscaler) to two or more, and spread the pods by a topologySpreadConstraint or an anti-affinity over topology.kubernetes.io/zone.",
    Subjects    = estate => estate.Pods.Where(pod => pod.Workload.Kind is "Deployment" or "StatefulSet" or "Rollout" or "DeploymentConfig" or "Pod" or "ReplicaSet" && pod.Containers.Any(Serves)),
    Evaluate    = (pod, spread) =>
        !pod.Environment.IsDeclared ? NotApplicable("no descriptor declares production")
        : !pod.Environment.IsProduction ? NotApplicable($"{pod.Environment.Description} is not production")
        : pod.Workload.Kind == "Pod" ? Fail(pod.Workload["metadata.name"], $"{pod.Workload.Description} is alone: nothing makes a second one")
        : All([Replicated(pod, spread), Apart(pod, spread)]),
};

record Spread
{
    public int Replicas { get; init; } = 2;

    /// <summary>The labels of nodes that tell zones, or sites, apart.</summary>
    public ImmutableArray<string> Zones { get; init; } = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];
}

// By the image: the ways in that people use, and Odoo under whatever name it was built.
bool Serves(Container container) => container.Role == ContainerRole.Main && container.Image is { } image
    && Regex.IsMatch(image.Repository, "(^|/)(traefik|odoo|haproxy-ingress|kubernetes-ingress|nginx-ingress|ingress-nginx/controller|nginx-ingress-controller|kong|contour)([-_0-9][^/]*)?$|[-_]odoo([-_0-9][^/]*)?$");

// An autoscaler decides over what is written in the workload.
Verdict Replicated(PodTemplate pod, Spread spread)
{
    Node place = pod.Environment.Resources.FirstOrDefault(scaler => scaler.Namespace == pod.Namespace
        && (scaler.Kind == "HorizontalPodAutoscaler" || scaler.Kind == "ScaledObject")
        && scaler["spec.scaleTargetRef.name"].Text == pod.Workload.Name
        && (scaler["spec.scaleTargetRef.kind"].IsMissing || scaler["spec.scaleTargetRef.kind"].Text == pod.Workload.Kind)) switch
    {
        { Kind: "ScaledObject" } scaled => scaled["spec.minReplicaCount"],
        { } scaler => scaler["spec.minReplicas"],
        _ => pod.Workload["spec.replicas"],
    };
    return (place.Integer ?? (place.Name == "minReplicaCount" ? 0 : 1)) >= spread.Replicas ? Pass(place)
        : Fail(place, $"{pod.Workload.Description} runs {(place.IsMissing ? "once unless it is told otherwise" : $"with {place.Name} {place}")}, fewer than {spread.Replicas}", Set(place, spread.Replicas));
}

Verdict Apart(PodTemplate pod, Spread spread)
{
    IEnumerable<Node> constraints = pod.Spec["topologySpreadConstraints"].Items;
    Node rules = pod.Spec["affinity.podAntiAffinity"];
    IEnumerable<Node> terms = [.. rules["requiredDuringSchedulingIgnoredDuringExecution"].Items, .. rules["preferredDuringSchedulingIgnoredDuringExecution"].Items.Select(term => term["podAffinityTerm"])];
    return constraints.Concat(terms).FirstOrDefault(term => spread.Zones.Contains(term["topologyKey"].Text) && new LabelSelector(term["labelSelector"]).Matches(pod.Labels)) is { } found
        ? Pass(found)
        : Fail(pod.Spec["topologySpreadConstraints"], $"nothing spreads the pods of {pod.Workload.Description} over zones");
}
