// Most kernel settings reach beyond the pod that changes them; only those known to stay inside it are safe.
// Pod Security Standards, baseline, as of 1.37:
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods set only safe sysctls",
    Severity    = Medium,
    Controls    = [PodSecurity("baseline"), Nist80053("CM-6"), Nist80053("SC-39"), Iso27001("A.8.9")],
    Remediation = "Remove the sysctl; if the workload cannot do without it, set it on the nodes meant for it.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => OnlySafe(pod.SecurityContext["sysctls"]),
};

Verdict OnlySafe(Node sysctls) =>
    All([Pass(sysctls), .. sysctls.Items.Select(sysctl => KnownSafe(sysctl["name"]))]);

Verdict KnownSafe(Node name) =>
    PodSecurityStandards.SafeSysctls.Contains(name.Text)
        ? Pass(name)
        : Fail(name, $"{name.Path} is {name}, which is not among the safe sysctls");
