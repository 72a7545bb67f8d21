// AppArmor holds a container to what its profile allows; unconfined, or a name nobody has reviewed, lifts that.
// Pod Security Standards, baseline: https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline

return new Policy<PodTemplate>
{
    Title       = "Pods keep the AppArmor profile of the runtime or of the node",
    Severity    = High,
    Controls    = [PodSecurity("baseline"), Nist80053("AC-3(3)"), Nist80053("SC-39"), Iso27001("A.8.9")],
    Remediation = "Set appArmorProfile.type to RuntimeDefault, or Localhost with a reviewed profile, or leave it out.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => All([.. pod.SecurityContexts.Select(ConfinedByField), .. Annotations(pod)]),
};

Verdict ConfinedByField(Node context) => context["appArmorProfile.type"] switch
{
    { Parent.IsMissing: true } or { Text: "RuntimeDefault" or "Localhost" } => Pass(context["appArmorProfile"]),
    { IsMissing: true } type => Fail(type, $"{type.Path} is not set"),
    var type => Fail(type, $"{type.Path} is {type}, not RuntimeDefault or Localhost", Set(type, "RuntimeDefault")),
};

// Deprecated since 1.30, and still obeyed.
const string Prefix = "container.apparmor.security.beta.kubernetes.io/";

IEnumerable<Verdict> Annotations(PodTemplate pod) =>
    pod.Annotations.Node.Fields
        .Where(annotation => annotation.Name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(ConfinedByAnnotation);

Verdict ConfinedByAnnotation(Node annotation) =>
    annotation.Text is "" or "runtime/default" || annotation.Text.StartsWith("localhost/", StringComparison.Ordinal)
        ? Pass(annotation)
        : Fail(
            annotation,
            $"{annotation.Path} is {annotation}; it must be runtime/default or localhost/…",
            Set(annotation, "runtime/default"));
