using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Live;

/// <summary>Objects that a cluster makes in every namespace, and what stateful workloads leave behind.</summary>
public sealed class ClusterOwn
{
    private readonly HashSet<(string Namespace, string Prefix)> claimPrefixes;

    /// <param name="environments">What git wants on the cluster.</param>
    /// <param name="snapshot">What is there.</param>
    public ClusterOwn(IEnumerable<Environment> environments, Snapshot snapshot)
    {
        IEnumerable<(string, Node)> git = environments.SelectMany(one => one.Resources)
            .Where(resource => resource.Kind == "StatefulSet").Select(resource => (resource.Namespace, resource.Node));
        IEnumerable<(string, Node)> live = snapshot.Objects
            .Where(one => one.Kind == "StatefulSet").Select(one => (one.Namespace, one.Root));
        claimPrefixes = [.. git.Concat(live).SelectMany(set => Prefixes(set.Item1, set.Item2))];
    }

    public bool Holds(LiveObject one) => IsBootstrapped(one) || ((one.ApiVersion, one.Kind, one.Name) switch
    {
        // https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts
        ("v1", "ServiceAccount", "default") => true,

        // https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/
        ("v1", "ConfigMap", "kube-root-ca.crt" or "istio-ca-root-cert" or "openshift-service-ca.crt" or "kube-rbac-proxy") => true,
        ("v1", "Service", "kubernetes") => one.Namespace == "default",
        ("v1", "Endpoints", "kubernetes") => one.Namespace == "default",

        // https://kubernetes.io/docs/concepts/configuration/secret/#secret-types, and the books that Helm keeps
        ("v1", "Secret", _) => one.Root["type"].Text is "kubernetes.io/service-account-token" or "bootstrap.kubernetes.io/token" or "helm.sh/release.v1",
        ("v1", "PersistentVolumeClaim", _) => IsOfStatefulSet(one),
        _ => false,
    });

    /// <summary><see href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings">Default roles and bindings</see>.</summary>
    private static bool IsBootstrapped(LiveObject one) =>
        (one.Namespace.Length == 0 || Territory.IsSystem(one.Namespace))
        && one.Name.StartsWith("system:", StringComparison.Ordinal)
        && one.Root["metadata.labels"].Field("kubernetes.io/bootstrapping").Text == "rbac-defaults";

    /// <summary><see href="https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-storage">Claims stay when the pods go</see>.</summary>
    private bool IsOfStatefulSet(LiveObject claim)
    {
        int dash = claim.Name.LastIndexOf('-');
        return dash > 0
            && claim.Name.AsSpan(dash + 1).IndexOfAnyExceptInRange('0', '9') < 0
            && claimPrefixes.Contains((claim.Namespace, claim.Name[..dash]));
    }

    private static IEnumerable<(string Namespace, string Prefix)> Prefixes(string ns, Node set) =>
        set["spec.volumeClaimTemplates"].Items.Select(template => (ns, $"{template["metadata.name"].Text}-{set["metadata.name"].Text}"));
}
