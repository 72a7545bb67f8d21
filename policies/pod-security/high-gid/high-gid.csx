// Low numbers belong to groups of the node: a process that breaks out with one owns their files there.
// https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-the-security-context-for-a-pod. With a user namespace the node never sees the number.

return new Policy<PodTemplate, Range>
{
    Title       = "Containers run with a high group number",
    Severity    = Low,
    Controls    = [Nist80053("AC-6"), Nist80053("SC-39"), Iso27001("A.8.2")],
    Remediation = "Set securityContext.runAsGroup on the pod to 10000 or more; give the image's files to it.",
    Subjects    = estate => estate.Pods,
    Evaluate    = (pod, range) =>
        pod.IsWindows          ? NotApplicable("Windows has no group numbers")
        : pod.HasUserNamespace ? Pass("the pod has a user namespace", pod.Spec["hostUsers"])
        : Each(Numbers(pod), number => High(number, range.Min)),
};

record Range
{
    // The lowest number allowed; datree asks for 1000, kubesec and Trivy for 10001.
    public long Min { get; init; } = 10_000;
}

// What containers have from the pod is one place to change.
IEnumerable<Node> Numbers(PodTemplate pod) =>
    pod.Containers.Select(container => container.Security("runAsGroup")).DistinctBy(number => number.Path);

Verdict High(Node number, long min) =>
    number.IsMissing         ? Fail(number, $"{number.Path} is not set; it must be {min} or more")
    : number.Integer >= min  ? Pass(number)
    : Fail(number, $"{number.Path} is {number}; it must be {min} or more");
