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

static readonly ImmutableArray<string> Safe =
[
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.ping_group_range",
    "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
    "net.ipv4.tcp_keepalive_time",
    "net.ipv4.tcp_notsent_lowat",
    "net.ipv4.tcp_rmem",
    "net.ipv4.tcp_slow_start_after_idle",
    "net.ipv4.tcp_syncookies",
    "net.ipv4.tcp_wmem",
];

Verdict OnlySafe(Node sysctls) =>
    All([Pass(sysctls), .. sysctls.Items.Select(sysctl => KnownSafe(sysctl["name"]))]);

Verdict KnownSafe(Node name) =>
    Safe.Contains(name.Text)
        ? Pass(name)
        : Fail(name, $"{name.Path} is {name}, which is not among the safe sysctls");
