// The filter that comes with the runtime refuses the system calls that break-outs are made of, and programs do not miss.
// https://kubernetes.io/docs/tutorials/security/seccomp/. Annotations, which 1.27 and later ignore and earlier ones
// turn into fields, count where no field overrules them.

return new Policy<PodTemplate, Profiles>
{
    Title       = "Containers use the runtime's seccomp profile",
    Severity    = Low,
    Controls    = [Cis("5.7.2"), Nist80053("SC-39"), Nist80053("CM-7"), Iso27001("A.8.9")],
    Remediation = "Set securityContext.seccompProfile.type to RuntimeDefault on the pod.",
    Subjects    = estate => estate.Pods,
    Evaluate    = (pod, profiles) =>
        pod.IsWindows ? NotApplicable("Windows has no seccomp") : Each(Named(pod), profile => Filtered(profile, profiles)),
};

record Profiles
{
    // A profile that lies on the node will do too.
    public bool AllowLocalhost { get; init; }
}

// What containers have from the pod is one place to change.
IEnumerable<ConfinementProfile> Named(PodTemplate pod) =>
    pod.Containers.Select(container => container.Seccomp).DistinctBy(profile => profile.Place.Path);

Verdict Filtered(ConfinementProfile profile, Profiles profiles) => profile switch
{
    { Type: "RuntimeDefault" } => Pass(profile.Place),
    { Type: "Localhost" } when profiles.AllowLocalhost => Pass(profile.Place),
    { Type: "" } => Fail(profile.Place, $"{profile.Place.Path} is not set; it must be RuntimeDefault", Set(profile.Place, "RuntimeDefault")),
    { IsAnnotation: true } => Fail(profile.Place, $"{profile.Place.Path} is {profile.Place}; it must be runtime/default"),
    _ => Fail(profile.Place, $"{profile.Place.Path} is {profile.Place}; it must be RuntimeDefault"),
};
