// Volumes of the other types reach the node's files, or have Kubernetes mount storage with the pod author's settings.
// Pod Security Standards, restricted: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

return new Policy<PodTemplate>
{
    Title       = "Pods use only harmless volume types",
    Severity    = Medium,
    Controls    = [PodSecurity("restricted"), Cis("5.2.12"), Nist80053("AC-6"), Nist80053("CM-7"), Iso27001("A.8.3")],
    Remediation = "Ask for storage with a PersistentVolumeClaim; use configMap, secret, projected, emptyDir, ephemeral or csi for the rest.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All([Pass(pod.Spec["volumes"]), .. pod.Volumes.Select(Harmless)]),
};

static readonly ImmutableArray<string> Allowed =
    ["name", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

Verdict Harmless(Volume volume) =>
    Each(volume.Node.Fields, field => Allowed.Contains(field.Name) || field.IsMissing
        ? Pass(field)
        : Fail(field, $"{field.Path} is not among the volume types allowed: {string.Join(", ", Allowed.Skip(1))}"));
