namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Which kinds live in no namespace: <c>kubectl api-resources --namespaced=false</c> of Kubernetes 1.34, and the custom
/// resources of the operators that our users run. Whatever is not listed lives in a namespace.
/// </summary>
internal static class KindScopes
{
    private static readonly HashSet<string> ClusterScoped = new(StringComparer.Ordinal)
    {
        "Namespace",
        "Node",
        "PersistentVolume",
        "ComponentStatus",
        "MutatingAdmissionPolicy.admissionregistration.k8s.io",
        "MutatingAdmissionPolicyBinding.admissionregistration.k8s.io",
        "MutatingWebhookConfiguration.admissionregistration.k8s.io",
        "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
        "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io",
        "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
        "CustomResourceDefinition.apiextensions.k8s.io",
        "APIService.apiregistration.k8s.io",
        "CertificateSigningRequest.certificates.k8s.io",
        "ClusterTrustBundle.certificates.k8s.io",
        "FlowSchema.flowcontrol.apiserver.k8s.io",
        "PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io",
        "IngressClass.networking.k8s.io",
        "IPAddress.networking.k8s.io",
        "ServiceCIDR.networking.k8s.io",
        "RuntimeClass.node.k8s.io",
        "PodSecurityPolicy.policy",
        "ClusterRole.rbac.authorization.k8s.io",
        "ClusterRoleBinding.rbac.authorization.k8s.io",
        "DeviceClass.resource.k8s.io",
        "ResourceSlice.resource.k8s.io",
        "PriorityClass.scheduling.k8s.io",
        "CSIDriver.storage.k8s.io",
        "CSINode.storage.k8s.io",
        "StorageClass.storage.k8s.io",
        "VolumeAttachment.storage.k8s.io",
        "VolumeAttributesClass.storage.k8s.io",
        "VolumeSnapshotClass.snapshot.storage.k8s.io",
        "VolumeSnapshotContent.snapshot.storage.k8s.io",
        "GatewayClass.gateway.networking.k8s.io",
        "AdminNetworkPolicy.policy.networking.k8s.io",
        "BaselineAdminNetworkPolicy.policy.networking.k8s.io",
        "ClusterIssuer.cert-manager.io",
        "Bundle.trust.cert-manager.io",
        "ClusterSecretStore.external-secrets.io",
        "ClusterExternalSecret.external-secrets.io",
        "ClusterPushSecret.external-secrets.io",
        "ClusterPolicy.kyverno.io",
        "ClusterCleanupPolicy.kyverno.io",
        "CiliumClusterwideNetworkPolicy.cilium.io",
        "GlobalNetworkPolicy.crd.projectcalico.org",
        "GlobalNetworkPolicy.projectcalico.org",
        "ClusterImageCatalog.postgresql.cnpg.io",
        "ConstraintTemplate.templates.gatekeeper.sh",
        "CiliumLoadBalancerIPPool.cilium.io",
        "CiliumL2AnnouncementPolicy.cilium.io",
        "CiliumClusterwideEnvoyConfig.cilium.io",
        "CiliumEgressGatewayPolicy.cilium.io",
        "Installation.operator.tigera.io",
        "APIServer.operator.tigera.io",
        "EC2NodeClass.karpenter.k8s.aws",
        "CertificateRequestPolicy.policy.cert-manager.io",
        "SecurityContextConstraints.security.openshift.io",
        "Group.user.openshift.io",
        "User.user.openshift.io",
        "NodePool.karpenter.sh",
        "NodeClaim.karpenter.sh",
    };

    public static bool IsClusterScoped(string group, string kind) =>
        ClusterScoped.Contains(NameOf(group, kind)) || group == "constraints.gatekeeper.sh" || IsManagedByCrossplane(group);

    /// <summary>A kind with its group, as kubectl takes it: <c>IngressClass.networking.k8s.io</c>, <c>Node</c>.</summary>
    public static string NameOf(string group, string kind) => group.Length == 0 ? kind : $"{kind}.{group}";

    /// <summary>
    /// Crossplane's managed resources, but for those of its version 2, whose groups say <c>.m.</c>
    /// (https://docs.crossplane.io/latest/managed-resources/managed-resources/).
    /// </summary>
    private static bool IsManagedByCrossplane(string group) =>
        (group.EndsWith(".upbound.io", StringComparison.Ordinal) || group.EndsWith(".crossplane.io", StringComparison.Ordinal))
        && !group.Contains(".m.", StringComparison.Ordinal);
}
