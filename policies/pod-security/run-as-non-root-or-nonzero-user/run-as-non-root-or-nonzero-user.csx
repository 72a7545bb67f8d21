// Root inside a container is root on the node as soon as it breaks out. The lenient form: a user number other than 0
// will do, as the kubelet then starts the container as that user. https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
// The strict one is pod-security/restricted/run-as-non-root.

return new Policy<PodTemplate>
{
    Title       = "Pods do not run as root",
    Severity    = Medium,
    Controls    = [Cis("5.2.7"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Set securityContext.runAsNonRoot to true on the pod, or runAsUser to a number above 0.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod =>
        pod.IsWindows
            ? NotApplicable("Windows has no root")
            : All([.. Users(pod).Select(Ordinary), .. NonRoots(pod).Select(Excluded)]),
};

// The pod's goes for containers that come later too, such as ephemeral ones, however the others are set.
IEnumerable<Node> Users(PodTemplate pod) =>
    pod.SecurityContexts.Select(context => context["runAsUser"]).Where(user => user.Exists);

IEnumerable<Node> NonRoots(PodTemplate pod) =>
    pod.Containers
        .Where(container => container.Security("runAsUser").IsMissing)
        .Select(container => container.Security("runAsNonRoot"))
        .DistinctBy(nonRoot => nonRoot.Path);

Verdict Ordinary(Node user) => user.Integer is > 0 ? Pass(user) : Fail(user, $"{user.Path} is {user}, which is root");

Verdict Excluded(Node nonRoot) =>
    nonRoot.IsTrue      ? Pass(nonRoot)
    : nonRoot.IsMissing ? Fail(nonRoot, $"neither {nonRoot.Path} nor runAsUser is set", Set(nonRoot, true))
    : Fail(nonRoot, $"{nonRoot.Path} is {nonRoot}, and runAsUser is not set", Set(nonRoot, true));
