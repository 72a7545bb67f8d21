// A token of the API server lies in every pod that does not refuse it; whoever gets in acts with it. Few programs ever
// talk to the API. https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting

return new Policy<PodTemplate>
{
    Title       = "Pods get no token that they did not ask for",
    Severity    = Medium,
    Controls    = [Cis("5.1.6"), Nist80053("AC-6"), Nist80053("IA-5"), Hipaa("164.312(a)(1)"), Iso27001("A.5.17")],
    Remediation = "Set automountServiceAccountToken to false on the pod or on its service account; a program that needs one mounts a projected volume.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => pod.Spec["automountServiceAccountToken"] switch
    {
        { IsFalse: true } own   => Pass(own),
        { IsMissing: true } own => ByAccount(own, pod.Environment.Find("ServiceAccount", pod.Namespace, pod.ServiceAccountName)),
        var own                 => Fail(own, $"{own.Path} is {own}; it must be false", Set(own, false)),
    },
};

// What the pod does not say, its account decides; what the account does not say, Kubernetes: it mounts.
Verdict ByAccount(Node own, Resource? account) =>
    account?["automountServiceAccountToken"] is { IsFalse: true } refused
        ? Pass(refused)
        : Fail(own, $"neither {own.Path} nor {Account(account)} is false", Set(own, false));

string Account(Resource? account) => account is null ? "its service account's" : $"that of service account {account.Name}";
