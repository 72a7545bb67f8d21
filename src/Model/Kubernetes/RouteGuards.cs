using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Middlewares of Traefik that keep the public from a path.</summary>
internal static class TraefikGuards
{
    private const int LongestChain = 10;

    /// <summary>
    /// It asks who is there, admits known networks only, or leads that path elsewhere; a chain does what one of its
    /// members does. See https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/overview/.
    /// </summary>
    public static bool Block(Resource middleware, string path, int depth = 0)
    {
        Node spec = middleware["spec"];
        return Networks.AreLimited(spec["ipAllowList.sourceRange"].Texts)
            || Networks.AreLimited(spec["ipWhiteList.sourceRange"].Texts)
            || spec["basicAuth"].Exists || spec["digestAuth"].Exists || spec["forwardAuth"].Exists
            || new[] { spec["redirectRegex.regex"], spec["replacePathRegex.regex"] }.Any(regex => LeadsAway(regex, path))
            || spec["plugin"].Descendants.Any(place => place.IsScalar && place.Text.Contains("/web/database", StringComparison.Ordinal))
            || (depth < LongestChain && spec["chain.middlewares"].Items.Any(reference => Member(middleware, reference) is { } member && Block(member, path, depth + 1)));
    }

    private static bool LeadsAway(Node regex, string path) =>
        regex.Text.Contains("database", StringComparison.Ordinal) && (PathMatch.Regular(regex.Text, path) || PathMatch.Regular(regex.Text, $"https://host{path}"));

    private static Resource? Member(Resource chain, Node reference) =>
        chain.Environment.Find("Middleware", reference["namespace"] is { IsScalar: true } ns ? ns.Text : chain.Namespace, reference["name"].Text);
}

/// <summary>Annotations of an Ingress that keep the public from a path.</summary>
internal static partial class IngressGuards
{
    private const string TraefikMiddlewares = "traefik.ingress.kubernetes.io/router.middlewares";

    /// <summary>
    /// Networks that alone may call, as ingress-nginx, HAProxy and AWS spell them
    /// (https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#whitelist-source-range).
    /// </summary>
    private static readonly string[] NetworkAnnotations =
    [
        "nginx.ingress.kubernetes.io/whitelist-source-range",
        "nginx.ingress.kubernetes.io/allowlist-source-range",
        "haproxy.org/whitelist",
        "haproxy.org/allow-list",
        "haproxy-ingress.github.io/allowlist-source-range",
        "haproxy-ingress.github.io/whitelist-source-range",
        "alb.ingress.kubernetes.io/inbound-cidrs",
    ];

    private static readonly string[] LoginAnnotations =
        ["nginx.ingress.kubernetes.io/auth-url", "nginx.ingress.kubernetes.io/auth-type", "nginx.ingress.kubernetes.io/auth-tls-secret"];

    private static readonly string[] Snippets =
        ["nginx.ingress.kubernetes.io/server-snippet", "nginx.ingress.kubernetes.io/configuration-snippet", "nginx.org/server-snippets", "nginx.org/location-snippets"];

    public static bool Block(Resource ingress, string path) =>
        NetworkAnnotations.Any(name => Networks.AreLimited((ingress.Annotations[name] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        || LoginAnnotations.Any(ingress.Annotations.Has)
        || Snippets.Any(name => ingress.Annotations[name] is { } snippet && Denial().IsMatch(snippet))
        || (ingress.Annotations[TraefikMiddlewares] ?? "").Split(',', StringSplitOptions.TrimEntries).Any(name => ingress.Environment.OfKind("Middleware")
            .Any(middleware => $"{middleware.Namespace}-{middleware.Name}@kubernetescrd" == name && TraefikGuards.Block(middleware, path)));

    /// <summary>A location or condition on the database manager that denies or answers by itself.</summary>
    [GeneratedRegex(@"/web/\(?database[^{}]{0,200}\{[^{}]{0,500}\b(deny\s+all|return\s+[34]\d\d|internal)\b")]
    private static partial Regex Denial();
}

/// <summary>Lists of networks.</summary>
internal static class Networks
{
    /// <summary>There are some, and none of them is everybody.</summary>
    public static bool AreLimited(IEnumerable<string> networks)
    {
        string[] all = [.. networks];
        return all.Length > 0 && !all.Any(network => network.EndsWith("/0", StringComparison.Ordinal));
    }
}

/// <summary>The hosts that a rule of Traefik names.</summary>
internal static partial class TraefikHosts
{
    public static IEnumerable<string> In(string rule) =>
        HostMatcher().Matches(rule).SelectMany(matcher => Name().Matches(matcher.Value)).Select(name => name.Groups["name"].Value);

    [GeneratedRegex(@"(?<!!)\bHost(?:SNI)?\([^()]*\)")]
    private static partial Regex HostMatcher();

    [GeneratedRegex(@"[`""](?<name>[^`""]*)[`""]")]
    private static partial Regex Name();
}
