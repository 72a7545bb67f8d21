// Group 0 is root's: many images and nodes let it write what only root should.
// The process's own group, the extra ones and the owner of its volumes are others: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/

return new Policy<PodTemplate>
{
    Title       = "Pods do not ask for root's group",
    Severity    = Low,
    Controls    = [Nist80053("AC-6"), Iso27001("A.8.2")],
    Remediation = "Set runAsGroup, supplementalGroups and fsGroup to numbers above 0, or leave them out.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All(
    [
        .. Groups(pod).Select(NotRoot),
        .. pod.Containers.Select(NotForgotten),
    ]),
};

IEnumerable<Node> Groups(PodTemplate pod) =>
    pod.SecurityContexts.Select(context => context["runAsGroup"])
        .Append(pod.SecurityContext["fsGroup"])
        .Concat(pod.SecurityContext["supplementalGroups"].Items)
        .Where(group => group.Exists);

Verdict NotRoot(Node group) =>
    group.Integer is > 0 ? Pass(group) : Fail(group, $"{group.Path} is {group}; it must be above 0 or unset");

// Where one container has a group of its own, the image decides for one without: often it is 0.
Verdict NotForgotten(Container container) =>
    container.Security("runAsGroup") is { IsMissing: true } own && container.Pod.Containers.Any(other => other.SecurityContext["runAsGroup"].Exists)
        ? Fail(own, $"{own.Path} is not set, though another container's is")
        : Pass(container.Security("runAsGroup"));
