using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What the annotations of a Service ask of the load balancer that a cloud makes for it: that it has no public address,
/// that it ends TLS.
/// </summary>
internal static class LoadBalancers
{
    /// <summary>
    /// Annotations for addresses of the own network, each with the value that asks for one
    /// (https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer).
    /// </summary>
    private static readonly Dictionary<string, string> Internal = new(StringComparer.Ordinal)
    {
        ["service.beta.kubernetes.io/aws-load-balancer-internal"] = "true",

        // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#lb-scheme
        ["service.beta.kubernetes.io/aws-load-balancer-scheme"] = "internal",
        ["service.beta.kubernetes.io/azure-load-balancer-internal"] = "true",

        // https://cloud.google.com/kubernetes-engine/docs/how-to/internal-load-balancing
        ["networking.gke.io/load-balancer-type"] = "Internal",
        ["cloud.google.com/load-balancer-type"] = "Internal",
        ["service.beta.kubernetes.io/openstack-internal-load-balancer"] = "true",
        ["service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type"] = "private",
        ["service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type"] = "intranet",
        ["service.beta.kubernetes.io/oci-load-balancer-internal"] = "true",
        ["oci-network-load-balancer.oraclecloud.com/internal"] = "true",
        ["service.beta.kubernetes.io/cce-load-balancer-internal-vpc"] = "true",

        // https://github.com/hetznercloud/hcloud-cloud-controller-manager/blob/main/docs/reference/load_balancer_annotations.md
        ["load-balancer.hetzner.cloud/disable-public-network"] = "true",
    };

    /// <summary>Annotations that name the certificate with which a load balancer ends TLS.</summary>
    private static readonly string[] Certificates =
    [
        // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/#tls
        "service.beta.kubernetes.io/aws-load-balancer-ssl-cert",

        // https://docs.digitalocean.com/products/kubernetes/how-to/configure-load-balancers/#ssl-certificates
        "service.beta.kubernetes.io/do-loadbalancer-certificate-id",

        // https://docs.oracle.com/en-us/iaas/Content/ContEng/Tasks/contengcreatingloadbalancer-subtopic.htm
        "service.beta.kubernetes.io/oci-load-balancer-tls-secret",

        // https://github.com/hetznercloud/hcloud-cloud-controller-manager/blob/main/docs/reference/load_balancer_annotations.md
        "load-balancer.hetzner.cloud/http-certificates",
        "load-balancer.hetzner.cloud/http-managed-certificate-domains",
        "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-cert-id",
        "service.beta.kubernetes.io/scw-loadbalancer-certificate-ids",

        // https://github.com/kubernetes/cloud-provider-openstack/blob/master/docs/openstack-cloud-controller-manager/expose-applications-using-loadbalancer-type-service.md
        "loadbalancer.openstack.org/default-tls-container-ref",
    ];

    /// <summary>The annotation that keeps the load balancer inside, or null.</summary>
    public static Node? InternalBy(Labels annotations) =>
        Internal
            .Where(known => string.Equals(annotations[known.Key], known.Value, StringComparison.OrdinalIgnoreCase))
            .Select(known => annotations.At(known.Key))
            .FirstOrDefault()
        ?? SubnetOnly(annotations);

    /// <summary>The annotation with the certificate, or null.</summary>
    public static Node? CertificateBy(Labels annotations) =>
        Certificates.Select(annotations.At).FirstOrDefault(certificate => certificate.Text.Trim().Length > 0);

    /// <summary>Tencent asks for the subnet instead (https://cloud.tencent.com/document/product/457/45487).</summary>
    private static Node? SubnetOnly(Labels annotations) =>
        annotations.At("service.kubernetes.io/qcloud-loadbalancer-internal-subnetid") is { Text.Length: > 0 } subnet ? subnet : null;
}
