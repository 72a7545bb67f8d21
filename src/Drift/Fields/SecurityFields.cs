using System.Collections.Frozen;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>
/// What security depends on: security contexts, images, who may do what, who may talk to whom, TLS. Drift of it weighs more,
/// cannot be ignored without a waiver, and is forgiven to controllers only that are known by name.
/// </summary>
internal static class SecurityFields
{
    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(
        StringComparer.Ordinal,
        "Role",
        "ClusterRole",
        "RoleBinding",
        "ClusterRoleBinding",
        "NetworkPolicy",
        "AdminNetworkPolicy",
        "BaselineAdminNetworkPolicy",
        "CiliumNetworkPolicy",
        "CiliumClusterwideNetworkPolicy",
        "GlobalNetworkPolicy",
        "AuthorizationPolicy",
        "PeerAuthentication",
        "TLSOption",
        "MutatingWebhookConfiguration",
        "ValidatingWebhookConfiguration",
        "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding",
        "Secret");

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "securityContext",
        "containerSecurityContext",
        "podSecurityContext",
        "capabilities",
        "privileged",
        "image",
        "imageName",
        "command",
        "args",
        "hostNetwork",
        "hostPID",
        "hostIPC",
        "hostUsers",
        "hostPath",
        "hostPort",
        "shareProcessNamespace",
        "serviceAccountName",
        "serviceAccount",
        "automountServiceAccountToken",
        "runtimeClassName",
        "tls",
        "tlsSecret",
        "certificateRefs",
        "externalIPs",
        "loadBalancerSourceRanges");

    private static readonly FrozenSet<string> WholeItems = FrozenSet.Create(
        StringComparer.Ordinal, "containers", "initContainers", "ephemeralContainers", "env", "envFrom");

    /// <summary>The field is one of them, is within one, or holds one.</summary>
    /// <param name="kind">Of the object.</param>
    /// <param name="place">In git or in the cluster, there or not.</param>
    public static bool Cover(string kind, Node place) => Lie(kind, place) || place.Descendants.Any(below => Names.Contains(below.Name));

    /// <summary>The field is one of them or within one.</summary>
    public static bool Lie(string kind, Node place) => LieAt(kind, [.. place.Route.Steps.Select(step => step.Key ?? "")]);

    /// <summary>Likewise for a path in which items of lists have no name.</summary>
    public static bool LieAt(string kind, ReadOnlySpan<string> path)
    {
        bool isMetadata = path is ["metadata", ..];
        if (Kinds.Contains(kind) && !isMetadata)
        {
            return true;
        }

        foreach (string name in path)
        {
            if (Names.Contains(name) && !isMetadata)
            {
                return true;
            }
        }

        return IsWholeItem(path) || (kind == "Namespace" && path is ["metadata", "labels", var label, ..] && IsPodSecurity(label));
    }

    /// <summary>A container or a variable as a whole.</summary>
    private static bool IsWholeItem(ReadOnlySpan<string> path) =>
        path is [.., var list, ""] && WholeItems.Contains(list);

    /// <summary><see href="https://kubernetes.io/docs/concepts/security/pod-security-admission/#pod-security-admission-labels-for-namespaces">Labels</see>.</summary>
    private static bool IsPodSecurity(string label) => label.StartsWith("pod-security.kubernetes.io/", StringComparison.Ordinal);
}
