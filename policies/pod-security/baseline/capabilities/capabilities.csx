// Every added capability is a piece of root; those beyond the runtime's default set open ways out of the container.
// Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<Container>
{
    Title       = "Containers add no capability beyond the default set",
    Severity    = High,
    Controls    = [PodSecurity("baseline"), Cis("5.2.9"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.2")],
    Remediation = "Remove the capability from securityContext.capabilities.add.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => OnlyDefaults(container.SecurityContext["capabilities.add"]),
};

Verdict OnlyDefaults(Node added) =>
    All([Pass(added), .. added.Items.Select(Default)]);

Verdict Default(Node capability) =>
    PodSecurityStandards.DefaultCapabilities.Contains(capability.Text)
        ? Pass(capability)
        : Fail(capability, $"{capability.Path} adds {capability}, beyond the default set", Remove(capability));
