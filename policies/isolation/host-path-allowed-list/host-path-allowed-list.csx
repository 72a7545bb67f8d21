// Where an agent must read the node's files, only the directories that were reviewed are open to it.
// pod-security/baseline/host-path-volumes is for those who list none. https://kubernetes.io/docs/concepts/storage/volumes/#hostpath

return new Policy<PodTemplate, Reviewed>
{
    Title       = "Pods mount only reviewed directories of the node",
    Severity    = Medium,
    Controls    = [Cis("5.2.12"), Nist80053("AC-6"), Nist80053("CM-7"), Iso27001("A.8.3")],
    Remediation = "Remove the volume, or have the directory reviewed and listed in the profile.",
    Subjects    = estate => estate.Pods,
    Evaluate    = (pod, reviewed) =>
        reviewed.Paths is []
            ? NotApplicable("the profile lists no directories")
            : All([Pass(pod.Spec["volumes"]), .. pod.Volumes.Select(volume => Listed(volume, reviewed))]),
};

record Reviewed
{
    // Directories of the node, each with all below it.
    public ImmutableArray<string> Paths { get; init; } = [];
}

Verdict Listed(Volume volume, Reviewed reviewed) =>
    volume.HostPath is { } path && !reviewed.Paths.Any(path.IsWithin)
        ? Fail(path.Place, $"{path.Place.Path} is {path.Place}, which is not below {string.Join(", ", reviewed.Paths)}")
        : Pass(volume.Node);
