// The seccomp filter of the runtime refuses the system calls that break-outs are made of; Unconfined takes it away.
// Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline.
// Annotations, which 1.27 and later ignore and earlier ones turn into fields, count where no field overrules them.

return new Policy<PodTemplate>
{
    Title       = "Pods do not turn the seccomp filter off",
    Severity    = High,
    Controls    = [PodSecurity("baseline"), Cis("5.7.2"), Nist80053("SC-39"), Nist80053("CM-7"), Iso27001("A.8.9")],
    Remediation = "Set seccompProfile.type to RuntimeDefault, or Localhost with a reviewed profile, or leave it out.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All([.. pod.SecurityContexts.Select(FilteredByField), .. Annotations(pod)]),
};

Verdict FilteredByField(Node context) => context["seccompProfile.type"] switch
{
    { Parent.IsMissing: true } or { Text: "RuntimeDefault" or "Localhost" } => Pass(context["seccompProfile"]),
    { IsMissing: true } type => Fail(type, $"{type.Path} is not set"),
    var type => Fail(type, $"{type.Path} is {type}, not RuntimeDefault or Localhost", Set(type, "RuntimeDefault")),
};

IEnumerable<Verdict> Annotations(PodTemplate pod) =>
    pod.Containers
        .Select(container => FilteredByAnnotation(
            pod.Annotations.At($"container.seccomp.security.alpha.kubernetes.io/{container.Name}"),
            container.Security("seccompProfile")))
        .Prepend(FilteredByAnnotation(
            pod.Annotations.At("seccomp.security.alpha.kubernetes.io/pod"),
            pod.SecurityContext["seccompProfile"]));

Verdict FilteredByAnnotation(Node annotation, Node field) =>
    annotation.IsMissing || field.Exists || IsFilter(annotation.Text)
        ? Pass(annotation)
        : Fail(annotation, $"{annotation.Path} is {annotation}; it must be runtime/default or localhost/…");

bool IsFilter(string profile) =>
    profile is "runtime/default" or "docker/default" || profile.StartsWith("localhost/", StringComparison.Ordinal);
