// Who finds a pod that misbehaves asks what it is part of and who made it. The labels that Kubernetes recommends answer that
// in the same words everywhere. https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/

return new Policy<Resource, Recommended>
{
    Title       = "Workloads and Services carry the recommended labels",
    Severity    = Low,
    Controls    = [Nist80053("CM-8"), Iso27001("A.5.9")],
    Remediation = "Set the labels app.kubernetes.io/name, instance, version, component, part-of and managed-by.",
    Subjects    = estate => estate.Resources.Where(resource => !resource.Pods.IsEmpty || resource.Kind is "Service"),
    Evaluate    = (resource, recommended) => Labelled(
        resource["metadata.labels"],
        [.. recommended.Labels.Where(label => resource.Labels[label] is null or "" && !Outlives(resource, label))]),
};

record Recommended
{
    public ImmutableArray<string> Labels { get; init; } =
    [
        "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/version",
        "app.kubernetes.io/component", "app.kubernetes.io/part-of", "app.kubernetes.io/managed-by",
    ];
}

// A Service stays the same when what it leads to gets another version.
bool Outlives(Resource resource, string label) => resource.Kind == "Service" && label == "app.kubernetes.io/version";

Verdict Labelled(Node labels, ImmutableArray<string> missing) =>
    missing.IsEmpty ? Pass(labels) : Fail(labels, $"{labels.Path} lacks {string.Join(", ", missing)}");
