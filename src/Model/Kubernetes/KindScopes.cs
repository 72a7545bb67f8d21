using System.Collections.Frozen;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Which kinds live in no namespace: <c>kubectl api-resources --namespaced=false</c> of Kubernetes 1.34, and the custom
/// resources of the operators that our users run. Whatever is not listed lives in a namespace.
/// </summary>
internal static class KindScopes
{
    private static readonly FrozenSet<(string Group, string Kind)> ClusterScoped = new[]
    {
        ("", "Namespace"),
        ("", "Node"),
        ("", "PersistentVolume"),
        ("", "ComponentStatus"),
        ("admissionregistration.k8s.io", "MutatingAdmissionPolicy"),
        ("admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding"),
        ("admissionregistration.k8s.io", "MutatingWebhookConfiguration"),
        ("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"),
        ("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"),
        ("admissionregistration.k8s.io", "ValidatingWebhookConfiguration"),
        ("apiextensions.k8s.io", "CustomResourceDefinition"),
        ("apiregistration.k8s.io", "APIService"),
        ("certificates.k8s.io", "CertificateSigningRequest"),
        ("certificates.k8s.io", "ClusterTrustBundle"),
        ("flowcontrol.apiserver.k8s.io", "FlowSchema"),
        ("flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration"),
        ("networking.k8s.io", "IngressClass"),
        ("networking.k8s.io", "IPAddress"),
        ("networking.k8s.io", "ServiceCIDR"),
        ("node.k8s.io", "RuntimeClass"),
        ("policy", "PodSecurityPolicy"),
        ("rbac.authorization.k8s.io", "ClusterRole"),
        ("rbac.authorization.k8s.io", "ClusterRoleBinding"),
        ("resource.k8s.io", "DeviceClass"),
        ("resource.k8s.io", "ResourceSlice"),
        ("scheduling.k8s.io", "PriorityClass"),
        ("storage.k8s.io", "CSIDriver"),
        ("storage.k8s.io", "CSINode"),
        ("storage.k8s.io", "StorageClass"),
        ("storage.k8s.io", "VolumeAttachment"),
        ("storage.k8s.io", "VolumeAttributesClass"),
        ("snapshot.storage.k8s.io", "VolumeSnapshotClass"),
        ("snapshot.storage.k8s.io", "VolumeSnapshotContent"),
        ("gateway.networking.k8s.io", "GatewayClass"),
        ("policy.networking.k8s.io", "AdminNetworkPolicy"),
        ("policy.networking.k8s.io", "BaselineAdminNetworkPolicy"),
        ("cert-manager.io", "ClusterIssuer"),
        ("trust.cert-manager.io", "Bundle"),
        ("external-secrets.io", "ClusterSecretStore"),
        ("external-secrets.io", "ClusterExternalSecret"),
        ("external-secrets.io", "ClusterPushSecret"),
        ("kyverno.io", "ClusterPolicy"),
        ("kyverno.io", "ClusterCleanupPolicy"),
        ("cilium.io", "CiliumClusterwideNetworkPolicy"),
        ("crd.projectcalico.org", "GlobalNetworkPolicy"),
        ("projectcalico.org", "GlobalNetworkPolicy"),
        ("postgresql.cnpg.io", "ClusterImageCatalog"),
        ("templates.gatekeeper.sh", "ConstraintTemplate"),
        ("cilium.io", "CiliumLoadBalancerIPPool"),
        ("cilium.io", "CiliumL2AnnouncementPolicy"),
        ("cilium.io", "CiliumClusterwideEnvoyConfig"),
        ("cilium.io", "CiliumEgressGatewayPolicy"),
        ("operator.tigera.io", "Installation"),
        ("operator.tigera.io", "APIServer"),
        ("karpenter.k8s.aws", "EC2NodeClass"),
        ("policy.cert-manager.io", "CertificateRequestPolicy"),
        ("security.openshift.io", "SecurityContextConstraints"),
        ("user.openshift.io", "Group"),
        ("user.openshift.io", "User"),
        ("karpenter.sh", "NodePool"),
        ("karpenter.sh", "NodeClaim"),
    }.ToFrozenSet();

    public static bool IsClusterScoped(string group, string kind) =>
        ClusterScoped.Contains((group, kind)) || group == "constraints.gatekeeper.sh" || IsManagedByCrossplane(group);

    /// <summary>
    /// Crossplane's managed resources, but for those of its version 2, whose groups say <c>.m.</c>
    /// (https://docs.crossplane.io/latest/managed-resources/managed-resources/).
    /// </summary>
    private static bool IsManagedByCrossplane(string group) =>
        (group.EndsWith(".upbound.io", StringComparison.Ordinal) || group.EndsWith(".crossplane.io", StringComparison.Ordinal))
        && !group.Contains(".m.", StringComparison.Ordinal);
}
