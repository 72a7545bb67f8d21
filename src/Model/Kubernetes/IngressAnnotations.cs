using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What the annotations of an Ingress do, and for ingress-nginx what its controller's ConfigMap does for all of them.
/// See https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/ and …/configmap/.
/// </summary>
internal static partial class IngressAnnotations
{
    private const string Nginx = "nginx.ingress.kubernetes.io/";
    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    /// <summary>What the controller sends when nothing is set.</summary>
    private const decimal NginxMaxAge = 31536000;

    /// <summary>Annotations that name a firewall: AWS, Azure.</summary>
    private static readonly string[] Firewalls =
    [
        "alb.ingress.kubernetes.io/wafv2-acl-arn",
        "alb.ingress.kubernetes.io/waf-acl-id",
        "appgw.ingress.kubernetes.io/waf-policy-for-path",
    ];

    private static readonly string[] AddressLists =
    [
        $"{Nginx}whitelist-source-range",
        $"{Nginx}allowlist-source-range",
        "alb.ingress.kubernetes.io/inbound-cidrs",
        "haproxy.org/allow-list",
        "haproxy.org/whitelist",
        "haproxy-ingress.github.io/allowlist-source-range",
    ];

    /// <summary>Requests in so many seconds.</summary>
    private static readonly (string Name, int Seconds)[] RateLimits =
    [
        ($"{Nginx}limit-rps", 1),
        ($"{Nginx}limit-rpm", 60),
        ("haproxy-ingress.github.io/limit-rps", 1),
        ("haproxy.org/rate-limit-requests", 1),
    ];

    private static readonly string[] Redirects =
    [
        $"{Nginx}force-ssl-redirect",
        $"{Nginx}ssl-redirect",
        "haproxy.org/ssl-redirect",
        "haproxy-ingress.github.io/ssl-redirect",
        "ingress.kubernetes.io/force-ssl-redirect",
        "ingress.kubernetes.io/ssl-redirect",
    ];

    public static bool IsNginx(Resource ingress) =>
        ClassOf(ingress).Text.Contains("nginx", StringComparison.Ordinal)
        || ingress.Annotations.Node.Fields.Any(annotation => annotation.Name.StartsWith(Nginx, StringComparison.Ordinal));

    /// <summary>It names Traefik's class, or none.</summary>
    public static bool IsOfTraefik(Resource ingress) =>
        !IsNginx(ingress) && (ClassOf(ingress).IsMissing || ClassOf(ingress).Text.Contains("traefik", StringComparison.Ordinal));

    /// <summary>Where it says which controller serves it.</summary>
    public static Node ClassOf(Resource ingress) =>
        ingress["spec.ingressClassName"] is { Exists: true } name ? name : ingress.Annotations.At(ClassAnnotation);

    public static IEnumerable<RouteFilter> FiltersOf(Resource ingress, Estate estate)
    {
        Resource? controller = IsNginx(ingress) ? NginxConfiguration.Of(ingress, estate) : null;
        return Given(ingress, Firewalls).Select(place => new RouteFilter(RouteFilterKind.Firewall, place))
            .Concat(Given(ingress, AddressLists).Select(place => TraefikMiddleware.AddressList(place, Settings.Items(place.Text))))
            .Concat(RateLimits.SelectMany(limit => RateLimit(ingress.Annotations.At(limit.Name), limit.Seconds)))
            .Concat(Authentication(ingress))
            .Concat(Redirects.Select(ingress.Annotations.At).Where(place => place.Text == "true").Select(place => new RouteFilter(RouteFilterKind.RedirectToHttps, place)))
            .Concat(IsNginx(ingress) ? OfNginx(ingress, controller) : []);
    }

    private static IEnumerable<Node> Given(Resource ingress, IEnumerable<string> names) =>
        names.Select(ingress.Annotations.At).Where(place => place.Exists);

    private static IEnumerable<RouteFilter> RateLimit(Node place, int seconds)
    {
        if (place.Exists)
        {
            decimal amount = decimal.TryParse(place.Text, NumberStyles.None, CultureInfo.InvariantCulture, out decimal number) ? number / seconds : 0;
            yield return new(RouteFilterKind.RateLimit, place, amount, amount > 0 ? null : $"{place.Name} is {place}, which limits nothing");
        }
    }

    private static IEnumerable<RouteFilter> Authentication(Resource ingress) =>
        Given(ingress, [$"{Nginx}auth-url", $"{Nginx}auth-secret", $"{Nginx}auth-tls-secret"])
            .Select(place => new RouteFilter(RouteFilterKind.Authentication, place));

    private static IEnumerable<RouteFilter> OfNginx(Resource ingress, Resource? controller)
    {
        foreach (Node snippet in Given(ingress, [$"{Nginx}configuration-snippet", $"{Nginx}server-snippet"]))
        {
            if (snippet.Text.Contains("Strict-Transport-Security", StringComparison.OrdinalIgnoreCase))
            {
                yield return TraefikMiddleware.StrictTransport(snippet, snippet.Text);
            }
        }

        yield return HstsOf(ingress, controller);
        foreach (Node firewall in Given(ingress, [$"{Nginx}enable-modsecurity"]).Append(controller?["data"].Field("enable-modsecurity") ?? ingress.Annotations.At(ClassAnnotation)))
        {
            if (firewall.Name == $"{Nginx}enable-modsecurity" || firewall.Name == "enable-modsecurity")
            {
                yield return new(RouteFilterKind.Firewall, firewall, 0, FirewallDefect(firewall, ingress, controller));
            }
        }

        Node whole = controller?["data"].Field("whitelist-source-range") ?? ingress.Annotations.At(ClassAnnotation);
        if (whole is { Exists: true, Name: "whitelist-source-range" })
        {
            yield return TraefikMiddleware.AddressList(whole, Settings.Items(whole.Text));
        }
    }

    /// <summary>It is on, for a year, unless the ConfigMap says otherwise.</summary>
    private static RouteFilter HstsOf(Resource ingress, Resource? controller)
    {
        Node? on = controller?["data"].Field("hsts");
        Node? age = controller?["data"].Field("hsts-max-age");
        return on is { Text: "false" } ? new(RouteFilterKind.StrictTransport, on, 0)
            : age is { Exists: true } ? TraefikMiddleware.StrictTransport(age, $"max-age={age.Text}")
            : new(RouteFilterKind.StrictTransport, ClassOf(ingress) is { Exists: true } name ? name : ingress["metadata.annotations"], NginxMaxAge);
    }

    /// <summary>
    /// ModSecurity only looks on until it is told otherwise
    /// (https://kubernetes.github.io/ingress-nginx/user-guide/third-party-addons/modsecurity/).
    /// </summary>
    private static string? FirewallDefect(Node firewall, Resource ingress, Resource? controller)
    {
        Node own = ingress.Annotations.At($"{Nginx}modsecurity-snippet");
        string snippet = own.Exists ? own.Text : controller?["data"].Field("modsecurity-snippet").Text ?? "";
        return firewall.Text != "true" ? $"{firewall.Name} is {firewall}"
            : EngineOn().IsMatch(snippet) && !TraefikMiddleware.IdleFirewall().IsMatch(snippet) ? null
            : $"{firewall.Name} only looks on: no modsecurity-snippet says SecRuleEngine On";
    }

    [GeneratedRegex(@"SecRuleEngine\s+On", RegexOptions.IgnoreCase)]
    private static partial Regex EngineOn();
}

/// <summary>The ConfigMap that configures ingress-nginx.</summary>
internal static class NginxConfiguration
{
    private static readonly string[] Keys =
        ["ssl-protocols", "ssl-ciphers", "hsts", "hsts-max-age", "hsts-include-subdomains", "enable-modsecurity", "force-ssl-redirect", "ssl-redirect", "use-forwarded-headers", "server-tokens"];

    public static bool IsOne(Resource resource) =>
        resource.Is("ConfigMap", "") && Keys.Any(key => resource["data"].Field(key).Exists);

    public static Resource? Of(Resource ingress, Estate estate) =>
        estate.OnClusterOf(ingress.Environment).Select(environment => environment.NginxConfiguration).FirstOrDefault(found => found is not null);
}
