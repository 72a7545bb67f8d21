// The API server refuses a workload whose selector does not fit its own pods; one that it let through would make pods
// without end. https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector

return new Policy<Resource>
{
    Title       = "Workloads select the pods that they make",
    Severity    = Medium,
    Controls    = [Nist80053("CM-6"), Iso27001("A.8.9")],
    Remediation = "Write the same labels into the selector and into the template.",
    Subjects    = estate => estate.Resources.Where(one => one.Pods.Length == 1 && one.Kind is "Deployment" or "StatefulSet" or "DaemonSet"
        or "ReplicaSet" or "ReplicationController" or "DeploymentConfig" or "Job" or "Rollout" or "CloneSet"),
    Evaluate    = one => Judged(one, one["spec.selector"], one.Pods[0]),
};

// Only the kinds of apps/v1 have to have one; the others take the labels of the template where they need any. A patch has
// neither.
Verdict Judged(Resource one, Node selector, PodTemplate pod) =>
    selector.Count == 0
        ? one.ApiVersion == "apps/v1" && pod.Labels.Node.Count > 0
            ? Fail(selector, $"{selector.Path} is not set; {one.Kind} {one.Name} has to select its pods")
            : NotApplicable("it has no selector")
    : Matches(one.Kind is "ReplicationController" or "DeploymentConfig", selector, pod.Labels)
        ? Pass(selector, pod.Labels.Node)
        : Fail(selector, $"{selector.Path} does not fit the labels of the template of {one.Kind} {one.Name}");

bool Matches(bool isMap, Node selector, Labels labels) =>
    isMap ? LabelSelector.MapMatches(selector, labels) : new LabelSelector(selector) is { IsEmpty: false } whole && whole.Matches(labels);
