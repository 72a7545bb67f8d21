// Where nobody names a seccomp profile, most nodes filter no system call: each bug of the kernel is in reach.
// Pod Security Standards, restricted, from 1.19 on: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted.
// Annotations do not count: Kubernetes 1.27 and later ignore them.

return new Policy<PodTemplate>
{
    Title       = "Pods name a seccomp profile",
    Severity    = Medium,
    Controls    = [PodSecurity("restricted"), Cis("5.7.2"), Nist80053("SC-39"), Nist80053("CM-7"), Iso27001("A.8.9")],
    Remediation = "Set securityContext.seccompProfile.type to RuntimeDefault on the pod.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod =>
        pod.IsWindows ? NotApplicable("Windows has no seccomp")
        : All([Sound(pod.SecurityContext["seccompProfile"]), .. pod.Containers.Select(Filtered)]),
};

Verdict Sound(Node profile) =>
    profile.IsMissing || IsFilter(profile["type"])
        ? Pass(profile)
        : Fail(profile["type"], $"{profile["type"].Path} is {Shown(profile["type"])}, not RuntimeDefault or Localhost", Set(profile["type"], "RuntimeDefault"));

Verdict Filtered(Container container) => (container.SecurityContext["seccompProfile"], container.Pod.SecurityContext["seccompProfile"]) switch
{
    ({ Exists: true } own, _) => Sound(own),
    (_, { Exists: true } shared) => IsFilter(shared["type"]) ? Pass(shared) : NotApplicable("the pod's profile is the finding"),
    ({ } own, _) => Fail(own, $"neither {own.Path} nor the pod's is set", Set(own["type"], "RuntimeDefault")),
};

bool IsFilter(Node type) => type.Text is "RuntimeDefault" or "Localhost";

string Shown(Node type) => type.IsMissing ? "not set" : type.Text;
