// Whoever gets into a container writes his tools into its root filesystem, and they are gone with the next restart
// without a trace. Read-only, he cannot: https://kubernetes.io/docs/concepts/security/application-security-checklist/

return new Policy<Container>
{
    Title       = "Containers cannot write to their root filesystem",
    Severity    = Medium,
    Controls    = [Nist80053("CM-5"), Nist80053("SI-7"), Nist80053("AC-6"), Hipaa("164.312(c)(1)"), Iso27001("A.8.9")],
    Remediation = "Set securityContext.readOnlyRootFilesystem to true; mount an emptyDir where the program writes, such as /tmp.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container =>
        container.Pod.IsWindows
            ? NotApplicable("Windows has no such setting")
            : ReadOnly(container.SecurityContext["readOnlyRootFilesystem"]),
};

Verdict ReadOnly(Node setting) =>
    setting.IsTrue      ? Pass(setting)
    : setting.IsMissing ? Fail(setting, $"{setting.Path} is not set; it must be true", Set(setting, true))
    : Fail(setting, $"{setting.Path} is {setting}; it must be true", Set(setting, true));
