// A service account that does not refuse puts its token into each of its pods. Refused there, a pod that needs the API has
// to say so itself. https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting

return new Policy<Resource>
{
    Title       = "Service accounts put no token into their pods",
    Severity    = Low,
    Controls    = [Cis("5.1.6"), Nist80053("AC-6"), Nist80053("IA-5"), Iso27001("A.5.17")],
    Remediation = "Set automountServiceAccountToken to false on the ServiceAccount, and to true on the pods that need the API.",
    Subjects    = estate => estate.OfKind("ServiceAccount").Where(account => account.Group == ""),
    Evaluate    = account => Refused(account["automountServiceAccountToken"]),
};

Verdict Refused(Node automount) =>
    automount.IsFalse     ? Pass(automount)
    : automount.IsMissing ? Fail(automount, $"{automount.Path} is not set; it must be false", Set(automount, false))
    : Fail(automount, $"{automount.Path} is {automount}; it must be false", Set(automount, false));
