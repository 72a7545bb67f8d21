// AppArmor, seccomp, SELinux and fewer capabilities each hold a container to less than its user may do. Where none of
// them is set, only the user is between a break-in and the node: https://kubernetes.io/docs/concepts/security/linux-kernel-security-constraints/

return new Policy<Container>
{
    Title       = "Containers have at least one hardening of the kernel",
    Severity    = Medium,
    Controls    = [Cis("5.7.3"), Nist80053("SC-39"), Nist80053("CM-7"), Iso27001("A.8.9")],
    Remediation = "Set seccompProfile.type to RuntimeDefault on the pod and capabilities.drop to [ALL] on each container.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Pod.IsWindows                                     ? NotApplicable("Windows has none of these")
        : container.Seccomp.Confines                                ? Pass(container.Seccomp.Place)
        : container.AppArmor.Confines                               ? Pass(container.AppArmor.Place)
        : container.Security("seLinuxOptions").Count > 0            ? Pass(container.Security("seLinuxOptions"))
        : container.Capabilities.Dropped.FirstOrDefault() is { } one ? Pass(one)
        : Fail(container.SecurityContext, $"{container.SecurityContext.Path} sets no seccomp, AppArmor or SELinux profile and drops no capability"),
};
