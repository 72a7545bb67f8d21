using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What holds a container to known system calls (seccomp) or to known files and actions (AppArmor): the container's
/// field, else the pod's, else the annotation that came before them.
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

    internal static ConfinementProfile SeccompOf(Container container) =>
        Of(container, "seccompProfile", ContainerSeccompAnnotation + container.Name, SeccompAnnotation);

    internal static ConfinementProfile AppArmorOf(Container container) =>
        Of(container, "appArmorProfile", AppArmorAnnotation + container.Name);

    private static ConfinementProfile Of(Container container, string field, params ReadOnlySpan<string> annotations)
    {
        Node profile = container.Security(field);
        foreach (string name in annotations)
        {
            Node annotation = container.Pod.Annotations.At(name);
            if (profile.IsMissing && annotation.Text.Length > 0)
            {
                return new(annotation, TypeOf(annotation.Text), IsAnnotation: true);
            }
        }

        return new(profile["type"], profile["type"].Text, IsAnnotation: false);
    }

    private static string TypeOf(string annotation) => annotation switch
    {
        "runtime/default" or "docker/default" => "RuntimeDefault",
        "unconfined" => "Unconfined",
        _ when annotation.StartsWith("localhost/", StringComparison.Ordinal) => "Localhost",
        _ => annotation,
    };
}
