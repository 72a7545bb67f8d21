// Whoever talks to the container runtime starts what he likes on the node, privileged too, and reads every container.
// https://kubernetes.io/docs/setup/production-environment/container-runtimes/

return new Policy<PodTemplate, Sockets>
{
    Title       = "Pods do not get the container runtime's socket",
    Severity    = Critical,
    Controls    = [Cis("5.2.12"), Nist80053("AC-6"), Nist80053("SC-39"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Remove the volume; build images without a daemon, and read metrics from the kubelet.",
    Subjects    = estate => estate.Pods,
    Evaluate    = (pod, sockets) => All([Pass(pod.Spec["volumes"]), .. pod.Volumes.Select(volume => NoSocket(volume, sockets))]),
};

record Sockets
{
    public ImmutableArray<string> Names { get; init; } =
        ["docker.sock", "containerd.sock", "crio.sock", "cri-dockerd.sock", "dockershim.sock", "podman.sock", "frakti.sock", "rktlet.sock"];

    // They hold the sockets and little else.
    public ImmutableArray<string> Directories { get; init; } = ["/run/containerd", "/run/crio", "/run/docker", "/run/podman", "/run/k3s/containerd"];
}

Verdict NoSocket(Volume volume, Sockets sockets) => volume.HostPath switch
{
    null => Pass(volume.Node),
    var path when IsSocket(path, sockets) => Fail(path.Place, $"{path.Place.Path} is {path.Place}, through which the node's container runtime is commanded"),
    var path => Pass(path.Place),
};

// A socket may lie anywhere, as the node's administrator likes; on Windows it is a pipe.
bool IsSocket(HostPath path, Sockets sockets) =>
    sockets.Names.Contains(path.Path[(path.Path.LastIndexOf('/') + 1)..])
    || sockets.Directories.Any(path.Is)
    || path.Path.StartsWith(@"\\.\pipe\", StringComparison.Ordinal) && (path.Path.Contains("docker") || path.Path.Contains("containerd"));
