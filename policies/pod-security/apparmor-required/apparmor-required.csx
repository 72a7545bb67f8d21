// AppArmor holds a container to what its profile allows, even where it runs as root. Written out, it is known to be on:
// https://kubernetes.io/docs/tutorials/security/apparmor/. Nodes without AppArmor (SELinux) cannot use it.

return new Policy<PodTemplate>
{
    Title       = "Containers have an AppArmor profile",
    Severity    = Low,
    Controls    = [Nist80053("AC-3(3)"), Nist80053("SC-39"), Iso27001("A.8.9")],
    Remediation = "Set securityContext.appArmorProfile.type to RuntimeDefault on the pod (before 1.30: the annotation, for each container).",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod =>
        pod.IsWindows ? NotApplicable("Windows has no AppArmor")
        : All([.. pod.Containers.Select(Confined), .. pod.Annotations.Node.Fields.Select(annotation => Meant(annotation, pod))]),
};

Verdict Confined(Container container) => container.AppArmor switch
{
    { Confines: true } profile => Pass(profile.Place),
    { Type: "" } profile => Fail(profile.Place, $"{profile.Place.Path} is not set for container {container.Name}", Set(profile.Place, "RuntimeDefault")),
    var profile => Fail(profile.Place, $"{profile.Place.Path} is {profile.Place}, which confines nothing"),
};

const string Prefix = "container.apparmor.security.beta.kubernetes.io/";

// The API server refuses a profile for a container that is not there.
Verdict Meant(Node annotation, PodTemplate pod) =>
    !annotation.Name.StartsWith(Prefix, StringComparison.Ordinal) || pod.Containers.Any(container => annotation.Name == Prefix + container.Name)
        ? Pass(annotation)
        : Fail(annotation, $"{annotation.Path} names no container of the pod");
