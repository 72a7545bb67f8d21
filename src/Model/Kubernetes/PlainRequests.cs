using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What an Ingress does with plain HTTP, besides what its <c>tls</c> offers.</summary>
public static class PlainRequests
{
    /// <summary>Annotations of controllers that refuse plain requests or send them to HTTPS, each with the value that does.</summary>
    private static readonly Dictionary<string, string> Refusals = new(StringComparer.Ordinal)
    {
        // https://cloud.google.com/kubernetes-engine/docs/concepts/ingress-xlb#disabling_http
        ["kubernetes.io/ingress.allow-http"] = "false",

        // https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#server-side-https-enforcement-through-redirect
        ["nginx.ingress.kubernetes.io/ssl-redirect"] = "true",
        ["nginx.ingress.kubernetes.io/force-ssl-redirect"] = "true",

        // https://docs.nginx.com/nginx-ingress-controller/configuration/ingress-resources/advanced-configuration-with-annotations/
        ["nginx.org/redirect-to-https"] = "true",
        ["ingress.kubernetes.io/ssl-redirect"] = "true",
        ["ingress.kubernetes.io/force-ssl-redirect"] = "true",

        // https://haproxy-ingress.github.io/docs/configuration/keys/#ssl-redirect
        ["haproxy-ingress.github.io/ssl-redirect"] = "true",
        ["haproxy.org/ssl-redirect"] = "true",

        // https://azure.github.io/application-gateway-kubernetes-ingress/annotations/#ssl-redirect
        ["appgw.ingress.kubernetes.io/ssl-redirect"] = "true",

        // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#ssl-redirect
        ["alb.ingress.kubernetes.io/ssl-redirect"] = "443",

        // https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/#annotations, of the usual name
        ["traefik.ingress.kubernetes.io/router.entrypoints"] = "websecure",

        // https://docs.openshift.com/container-platform/latest/networking/routes/route-configuration.html
        ["route.openshift.io/insecureEdgeTerminationPolicy"] = "Redirect",
    };

    /// <summary>The annotation by which the Ingress takes HTTPS only, or null.</summary>
    public static Node? RefusedBy(Resource ingress) =>
        Refusals
            .Where(known => string.Equals(ingress.Annotations[known.Key]?.Trim(), known.Value, StringComparison.OrdinalIgnoreCase))
            .Select(known => ingress.Annotations.At(known.Key))
            .FirstOrDefault();
}
