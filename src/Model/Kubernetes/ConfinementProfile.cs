using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What holds a container to known system calls (seccomp) or to known files and actions (AppArmor): the container's
/// field, the pod's, or the annotation that came before them.
/// https://kubernetes.io/docs/tutorials/security/seccomp/, https://kubernetes.io/docs/tutorials/security/apparmor/
/// </summary>
/// <param name="Place">Where it is set, or where the container's own field would be.</param>
/// <param name="Type">As the field has it, <c>RuntimeDefault</c>, <c>Localhost</c> or <c>Unconfined</c>; empty when nothing is said.</param>
/// <param name="IsAnnotation">Only an annotation says it.</param>
public sealed record ConfinementProfile(Node Place, string Type, bool IsAnnotation)
{
    private const string AppArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";
    private const string SeccompAnnotation = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerSeccompAnnotation = "container.seccomp.security.alpha.kubernetes.io/";

    /// <summary>There is one, of the runtime or of the node.</summary>
    public bool Confines => Type is "RuntimeDefault" or "Localhost";

    /// <summary>Annotations count where no field speaks: 1.27 and later ignore them.</summary>
    internal static ConfinementProfile SeccompOf(Container container)
    {
        Node field = container.Security("seccompProfile");
        Node own = container.Pod.Annotations.At(ContainerSeccompAnnotation + container.Name);
        Node shared = container.Pod.Annotations.At(SeccompAnnotation);
        return field.Exists ? ByField(field) : own.Exists ? ByAnnotation(own) : shared.Exists ? ByAnnotation(shared) : ByField(field);
    }

    /// <summary>The API server copies the annotation into the container's field, where it overrules the pod's.</summary>
    internal static ConfinementProfile AppArmorOf(Container container)
    {
        Node annotation = container.Pod.Annotations.At(AppArmorAnnotation + container.Name);
        return container.SecurityContext["appArmorProfile"].IsMissing && annotation.Text.Length > 0
            ? ByAnnotation(annotation)
            : ByField(container.Security("appArmorProfile"));
    }

    private static ConfinementProfile ByField(Node profile) => new(profile["type"], profile["type"].Text, IsAnnotation: false);

    private static ConfinementProfile ByAnnotation(Node annotation) => new(annotation, TypeOf(annotation.Text), IsAnnotation: true);

    private static string TypeOf(string annotation) => annotation switch
    {
        "runtime/default" or "docker/default" => "RuntimeDefault",
        "unconfined" => "Unconfined",
        _ when annotation.StartsWith("localhost/", StringComparison.Ordinal) => "Localhost",
        _ => annotation,
    };
}
