// Pods that name no account share the namespace's default one: what is granted to it for one of them, all have.
// https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege. A default account that gives its
// pods a token is in use, too.

return new Policy<Resource>
{
    Title       = "Workloads have a service account of their own",
    Severity    = Medium,
    Controls    = [Cis("5.1.5"), Nist80053("AC-2"), Nist80053("AC-6"), Hipaa("164.312(a)(2)(i)"), Iso27001("A.5.16")],
    Remediation = "Make a ServiceAccount for the workload and name it in serviceAccountName; let the default one mount no token.",
    Subjects    = estate => estate.Resources.Where(resource => !resource.Pods.IsEmpty || IsDefaultAccount(resource)),
    Evaluate    = resource => IsDefaultAccount(resource)
        ? Unused(resource["automountServiceAccountToken"])
        : Each(resource.Pods, Own),
};

bool IsDefaultAccount(Resource resource) => resource.Is("ServiceAccount", "") && resource.Name == "default";

Verdict Unused(Node automount) => automount.IsFalse
    ? Pass(automount)
    : Fail(automount, $"the default account gives its pods a token: {automount.Path} is {(automount.IsMissing ? "not set" : automount)}", Set(automount, false));

Verdict Own(PodTemplate pod) => (pod.Spec["serviceAccountName"], pod.Spec["serviceAccount"], pod.ServiceAccountName) switch
{
    (var name, { Exists: true } deprecated, not ("default" or "")) => Pass(name.Exists ? name : deprecated),
    (var name, _, not ("default" or ""))                           => Pass(name),
    ({ IsMissing: true }, { Exists: true } deprecated, _)          => Fail(deprecated, $"{deprecated.Path} is {deprecated}"),
    ({ IsMissing: true } name, _, _)                               => Fail(name, $"{name.Path} is not set, so it runs as the default account"),
    (var name, _, _)                                               => Fail(name, $"{name.Path} is {name}"),
};
