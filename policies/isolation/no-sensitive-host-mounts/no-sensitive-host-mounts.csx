// These directories of the node hold its passwords, its programs, its devices or the data of other pods: whoever reads
// or writes them has the node. https://kubernetes.io/docs/concepts/storage/volumes/#hostpath

return new Policy<PodTemplate, Sensitive>
{
    Title       = "Pods mount no sensitive directory of the node",
    Severity    = High,
    Controls    = [Cis("5.2.12"), Nist80053("AC-6"), Nist80053("SC-4"), Hipaa("164.312(a)(1)"), Iso27001("A.8.3")],
    Remediation = "Remove the volume; where an agent needs one file of the directory, mount that file alone, read-only.",
    Subjects    = estate => estate.Pods,
    Evaluate    = (pod, sensitive) => All([Pass(pod.Spec["volumes"]), .. pod.Volumes.Select(volume => Harmless(volume, sensitive))]),
};

record Sensitive
{
    // They and all below them; of the directories above them, / and /var count too.
    public ImmutableArray<string> Paths { get; init; } =
    [
        "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/proc", "/root", "/run", "/sys", "/usr", "/bin", "/sbin",
        "/var/lib/kubelet", "/var/lib/docker", "/var/lib/containerd", "/var/lib/containers", "/var/lib/etcd", "/var/lib/rancher",
    ];

    // Below those, and telling nothing.
    public ImmutableArray<string> Harmless { get; init; } =
        ["/etc/localtime", "/etc/timezone", "/etc/os-release", "/usr/lib/os-release", "/etc/ssl/certs", "/usr/share/zoneinfo", "/usr/share/ca-certificates"];

    // Harmless where every mount is read-only: so every container has it anyway.
    public ImmutableArray<string> Readable { get; init; } = ["/sys"];
}

Verdict Harmless(Volume volume, Sensitive sensitive) =>
    volume.HostPath is { } path && IsSensitive(path, sensitive) && !(sensitive.Readable.Any(path.IsWithin) && volume.Mounts.All(mount => mount["readOnly"].IsTrue))
        ? Fail(path.Place, $"{path.Place.Path} is {path.Place}, which holds what makes the node safe")
        : Pass(volume.Node);

bool IsSensitive(HostPath path, Sensitive sensitive) =>
    path.Is("/") || path.Is("/var") || path.Is("/var/lib")
    || sensitive.Paths.Any(path.IsWithin) && !sensitive.Harmless.Any(path.IsWithin);
