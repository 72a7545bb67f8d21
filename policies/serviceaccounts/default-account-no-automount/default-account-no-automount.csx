// Every pod that names no account gets the default one's token. Kubernetes makes that account itself, and it mounts unless
// git says otherwise. https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting

return new Policy<Resource>
{
    Title       = "The default service account puts no token into pods",
    Severity    = Medium,
    Controls    = [Cis("5.1.5"), Cis("5.1.6"), Nist80053("AC-6"), Iso27001("A.5.17")],
    Remediation = "Set automountServiceAccountToken to false on the ServiceAccount default of the namespace.",
    Subjects    = estate => estate.OfKind("ServiceAccount").Where(account => account.Group == "" && account.Name == "default"),
    Evaluate    = account => Refused(account["automountServiceAccountToken"]),
};

Verdict Refused(Node automount) =>
    automount.IsFalse     ? Pass(automount)
    : automount.IsMissing ? Fail(automount, $"{automount.Path} is not set; it must be false", Set(automount, false))
    : Fail(automount, $"{automount.Path} is {automount}; it must be false", Set(automount, false));
