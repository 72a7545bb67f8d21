// Root inside a container is root on the node as soon as it breaks out; runAsNonRoot makes the kubelet refuse to start it.
// Pod Security Standards, restricted: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted

return new Policy<PodTemplate>
{
    Title       = "Pods must not run as root",
    Severity    = Medium,
    Controls    = [PodSecurity("restricted"), Cis("5.2.7"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Set securityContext.runAsNonRoot to true on the pod, and give the image a numeric user.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All([Unrevoked(pod.SecurityContext["runAsNonRoot"]), .. pod.Containers.Select(NeverRoot)]),
};

// What the pod says goes for containers that come later, such as ephemeral ones.
Verdict Unrevoked(Node shared) =>
    shared.IsMissing || shared.IsTrue
        ? Pass(shared)
        : Fail(shared, $"{shared.Path} is {shared}; it must be true", Set(shared, true));

Verdict NeverRoot(Container container) => (container.SecurityContext["runAsNonRoot"], container.Pod.SecurityContext["runAsNonRoot"]) switch
{
    ({ IsTrue: true } own, _) => Pass(own),
    ({ IsMissing: true }, { IsTrue: true } shared) => Pass(shared),
    ({ IsMissing: true }, { Exists: true }) => NotApplicable("the pod's setting is the finding"),
    ({ IsMissing: true } own, _) => Fail(own, $"neither {own.Path} nor the pod's is set; one must be true", Set(own, true)),
    (var own, _) => Fail(own, $"{own.Path} is {own}; it must be true", Set(own, true)),
};
