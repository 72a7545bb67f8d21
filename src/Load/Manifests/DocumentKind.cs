using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>What a document is to the gate.</summary>
internal enum DocumentKind
{
    /// <summary>An object for a cluster, complete enough to be judged.</summary>
    Manifest,

    /// <summary>Meant as one, but without apiVersion or kind.</summary>
    BrokenManifest,

    /// <summary>One of PolicyGate's own kinds.</summary>
    Settings,

    Kustomization,

    /// <summary>The configuration of a client or a component, which no API server takes.</summary>
    NotForCluster,

    NotManifest,
}

/// <summary>Tells documents apart by what they say.</summary>
internal static partial class DocumentKinds
{
    public const string OwnGroup = "policygate.dev";
    public const string KustomizeGroup = "kustomize.config.k8s.io";

    /// <summary>
    /// Groups of which every object is read from files by a program, and none by an API server.
    /// </summary>
    private static readonly HashSet<string> FileGroups = new(StringComparer.Ordinal)
    {
        "apiserver.config.k8s.io",       // https://kubernetes.io/docs/reference/config-api/apiserver-config.v1/
        "audit.k8s.io",                  // https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
        "backstage.io",                  // https://backstage.io/docs/features/software-catalog/descriptor-format
        "client.authentication.k8s.io",  // https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
        "credentialprovider.kubelet.k8s.io",
        "ctlptl.dev",
        "eksctl.io",                     // https://eksctl.io/usage/schema/
        "k3d.io",
        "kind.x-k8s.io",                 // https://kind.sigs.k8s.io/docs/user/configuration/
        "kubeadm.k8s.io",                // https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
        "kubelet.config.k8s.io",         // https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/
        "kubeproxy.config.k8s.io",
        "kubescheduler.config.k8s.io",
        "skaffold",                      // https://skaffold.dev/docs/references/yaml/
    };

    public static DocumentKind Of(Node root, in ObjectHeader header)
    {
        if (!root.IsMapping)
        {
            return root.Items.Any(IsManifest) ? DocumentKind.BrokenManifest : DocumentKind.NotManifest;
        }

        string group = header.Group;
        return header switch
        {
            { ApiVersion: "", Kind: "" } => LooksLikeObject(root) ? DocumentKind.BrokenManifest : DocumentKind.NotManifest,
            _ when group == OwnGroup => DocumentKind.Settings,
            _ when group == KustomizeGroup => DocumentKind.Kustomization,
            { ApiVersion: "" } => HasObjectField(root) ? DocumentKind.BrokenManifest : DocumentKind.NotManifest,
            { Kind: "" } => IsKubernetesVersion(header.ApiVersion) ? DocumentKind.BrokenManifest : DocumentKind.NotManifest,
            { ApiVersion: "v1", Kind: "Config" } => DocumentKind.NotForCluster,
            _ => FileGroups.Contains(group) ? DocumentKind.NotForCluster : DocumentKind.Manifest,
        };
    }

    /// <summary>A list of objects without the <c>kind: List</c> around it, which no API server takes.</summary>
    private static bool IsManifest(Node item) =>
        item.Field("kind").IsScalar && IsKubernetesVersion(item.Field("apiVersion").Text);

    /// <summary>Without apiVersion and kind, only named metadata beside a spec makes an object.</summary>
    private static bool LooksLikeObject(Node root) =>
        root.Field("metadata").Field("name").IsScalar && root.Field("spec").IsMapping;

    /// <summary>Other tools' files have a <c>kind</c> too, but none of an object's fields.</summary>
    private static bool HasObjectField(Node root) =>
        root.Field("metadata").IsMapping || root.Field("spec").IsMapping;

    /// <summary>Other tools' files have an <c>apiVersion</c> too, such as a date or a number.</summary>
    private static bool IsKubernetesVersion(string apiVersion) => KubernetesVersion().IsMatch(apiVersion);

    [GeneratedRegex(@"^([a-z0-9.-]+/)?v[0-9]+((alpha|beta)[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex KubernetesVersion();
}
