// A sandboxed runtime (gVisor, Kata Containers) puts a kernel of its own between a container and the node, for code that
// is trusted less: https://kubernetes.io/docs/concepts/containers/runtime-class/. Only the profile knows which there are.

return new Policy<PodTemplate, Runtimes>
{
    Title       = "Pods use one of the runtime classes meant for them",
    Severity    = Medium,
    Controls    = [Nist80053("SC-39"), Nist80053("SC-7(21)"), Iso27001("A.8.22")],
    Remediation = "Set spec.runtimeClassName of the pod to one of the classes listed in the profile.",
    Subjects    = estate => estate.Pods,
    Evaluate    = (pod, runtimes) =>
        runtimes.Classes is []    ? NotApplicable("the profile lists no runtime classes")
        : pod.Spec["runtimeClassName"] is var named && runtimes.Classes.Contains(named.Text) ? Pass(named)
        : Fail(named, $"{named.Path} is {(named.IsMissing ? "not set" : named)}; it must be {string.Join(" or ", runtimes.Classes)}"),
};

record Runtimes
{
    // Names of RuntimeClass objects, such as gvisor or kata; with none, every runtime will do.
    public ImmutableArray<string> Classes { get; init; } = [];
}
