using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What Traefik's middlewares do.
/// See https://doc.traefik.io/traefik/reference/routing-configuration/http/middlewares/overview/.
/// </summary>
internal static partial class TraefikMiddleware
{
    private const string HeaderName = "Strict-Transport-Security";

    public static IEnumerable<RouteFilter> FiltersOf(Resource middleware)
    {
        Node spec = middleware["spec"];
        return Redirect(spec).Concat(Headers(spec["headers"])).Concat(RateLimit(spec["rateLimit"]))
            .Concat(AddressList(spec["ipAllowList"], "sourceRange")).Concat(AddressList(spec["ipWhiteList"], "sourceRange"))
            .Concat(Authentication(spec)).Concat(spec["plugin"].Fields.SelectMany(Plugin));
    }

    /// <summary>A list of networks; one that holds every address lets everybody in.</summary>
    public static RouteFilter AddressList(Node place, IEnumerable<string> ranges)
    {
        string[] all = [.. ranges];
        return new(RouteFilterKind.AddressList, place, 0, all.Length == 0 ? $"{place.Path} names no addresses"
            : all.FirstOrDefault(IsWide) is { } wide ? $"{place.Path} lets {wide} in, which is everybody"
            : null);
    }

    /// <summary>The header's text: <c>max-age=31536000; includeSubDomains</c> (https://www.rfc-editor.org/rfc/rfc6797#section-6.1).</summary>
    public static RouteFilter StrictTransport(Node place, string header) =>
        new(RouteFilterKind.StrictTransport, place, MaxAge().Match(header) is { Success: true } age
            ? decimal.Parse(age.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : 0);

    private static IEnumerable<RouteFilter> Redirect(Node spec)
    {
        Node scheme = spec["redirectScheme.scheme"];
        Node replacement = spec["redirectRegex.replacement"];
        return scheme.Text == "https" ? [new(RouteFilterKind.RedirectToHttps, scheme)]
            : replacement.Text.StartsWith("https://", StringComparison.Ordinal) ? [new(RouteFilterKind.RedirectToHttps, replacement)]
            : [];
    }

    private static IEnumerable<RouteFilter> Headers(Node headers)
    {
        Node seconds = headers["stsSeconds"];
        IEnumerable<RouteFilter> written = headers["customResponseHeaders"].Fields
            .Where(header => header.Name.Equals(HeaderName, StringComparison.OrdinalIgnoreCase))
            .Select(header => StrictTransport(header, header.Text));
        return seconds.Exists ? written.Append(new(RouteFilterKind.StrictTransport, seconds, seconds.Integer ?? 0)) : written;
    }

    /// <summary>Without an average nothing is limited; the period is a second unless it says otherwise.</summary>
    private static IEnumerable<RouteFilter> RateLimit(Node limit)
    {
        if (!limit.Exists)
        {
            return [];
        }

        Node average = limit["average"];
        TimeSpan period = Duration.TryParse(limit["period"].Text, out Duration written) ? written.Span
            : limit["period"].Integer is > 0 and var seconds ? TimeSpan.FromSeconds(seconds)
            : TimeSpan.FromSeconds(1);
        decimal perSecond = period.Ticks == 0 ? 0 : (decimal)(average.Integer ?? 0) * TimeSpan.TicksPerSecond / period.Ticks;
        return [new(RouteFilterKind.RateLimit, average, perSecond, perSecond > 0 ? null : $"{average.Path} is {(average.IsMissing ? "not set" : average)}, which limits nothing")];
    }

    private static IEnumerable<RouteFilter> AddressList(Node list, string field) =>
        list.Exists ? [AddressList(list[field], list[field].Texts)] : [];

    /// <summary>Who is asked before a request goes on: a service that logs people in, or a firewall that runs beside Traefik.</summary>
    private static IEnumerable<RouteFilter> Authentication(Node spec) =>
        new[] { spec["basicAuth.secret"], spec["digestAuth.secret"], spec["forwardAuth.address"] }
            .Where(place => place.Parent.Exists)
            .Select(place => new RouteFilter(
                place.Name == "address" && FirewallName().IsMatch(place.Text) ? RouteFilterKind.Firewall : RouteFilterKind.Authentication,
                place, 0, place.Text.Length > 0 ? null : $"{place.Path} is not set"));

    /// <summary>By its name; a firewall that only looks on, or is switched off, keeps nobody out.</summary>
    private static IEnumerable<RouteFilter> Plugin(Node plugin)
    {
        Node? idle = plugin.Descendants.FirstOrDefault(place =>
            IdleFirewall().IsMatch(place.Text) || (place.Name == "enabled" && place.Text.Equals("false", StringComparison.OrdinalIgnoreCase)));
        string? defect = idle is null ? null : $"{idle.Path} only looks on: {idle.Text.Split('\n')[0]}";
        return plugin.Descendants.Append(plugin).Any(place => FirewallName().IsMatch(place.Name)) ? [new(RouteFilterKind.Firewall, plugin, 0, defect)]
            : LoginName().IsMatch(plugin.Name) ? [new(RouteFilterKind.Authentication, plugin)]
            : [];
    }

    /// <summary>Every address, or half of them.</summary>
    private static bool IsWide(string range) => range.Trim().Split('/') is [_, "0" or "1"];

    [GeneratedRegex(@"max-age\s*=\s*""?([0-9]{1,12})", RegexOptions.IgnoreCase)]
    private static partial Regex MaxAge();

    [GeneratedRegex(@"SecRuleEngine\s+(DetectionOnly|Off)", RegexOptions.IgnoreCase)]
    public static partial Regex IdleFirewall();

    [GeneratedRegex(@"coraza|modsecurity|crowdsec|firewall|waf", RegexOptions.IgnoreCase)]
    private static partial Regex FirewallName();

    [GeneratedRegex(@"oidc|oauth|saml|jwt|keycloak|authelia|ldap", RegexOptions.IgnoreCase)]
    private static partial Regex LoginName();
}
