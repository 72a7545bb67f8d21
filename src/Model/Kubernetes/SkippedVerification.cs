using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Switches by which a client no longer checks whom it talks to, or talks in the clear: fields of objects, variables,
/// options, lines of configuration, parts of connection strings.
/// </summary>
public static partial class SkippedVerification
{
    private const string AnyCertificate = "skips the check of certificates";
    private const string InTheClear = "allows a connection in the clear";

    /// <summary>The length of <c>false</c>.</summary>
    private const int LongestSwitch = 5;

    /// <summary>Without sign and case: <c>insecureSkipVerify</c>, <c>insecure_skip_verify</c>.</summary>
    private static readonly HashSet<string> SkippingFields =
    [
        "insecureskipverify", "insecureskiptlsverify", "insecureskiptlsverification", "tlsinsecureskipverify", "tlsinsecure",
        "skiptlsverify", "skiptlsverification", "tlsskipverify", "skipverify", "skipsslverify", "skipsslvalidation", "sslskipverify",
        "insecuretls", "allowinsecuretls", "insecureignorehostkey", "disabletlsverify", "disablesslverification", "tlsverifydisabled",
        "insecureskipverifybackend", "trustservercertificate", "acceptinvalidcerts",
    ];

    private static readonly HashSet<string> CheckingFields =
    [
        "sslverify", "tlsverify", "verifyssl", "verifytls", "verifycerts", "verifycertificate", "verifycertificates",
        "rejectunauthorized", "validatecerts", "strictssl", "sslverification", "proxysslverify", "verifyhostname",
    ];

    /// <summary>Kinds whose <c>insecure</c> is about TLS: https://fluxcd.io/flux/components/source/helmrepositories/#insecure.</summary>
    private static readonly HashSet<string> KindsWithInsecure =
        ["HelmRepository", "OCIRepository", "ImageRepository", "Bucket"];

    private static readonly TextRule[] Rules =
    [
        new(Sslmode(), InTheClear),
        new(Insecure(), AnyCertificate),
        new(Unchecked(), AnyCertificate),
        new(Options(), AnyCertificate),
        new(Tools(), AnyCertificate),
        new(HostKeys(), "skips the check of host keys"),
        new(Plain(), InTheClear),
    ];

    /// <summary>Each place once.</summary>
    public static IEnumerable<FoundSetting> In(Resource resource) =>
        Named(resource).Concat(Fields(resource)).Concat(Arguments(resource)).Concat(Texts(resource)).DistinctBy(found => found.Place.Path);

    private static IEnumerable<FoundSetting> Named(Resource resource) => WrittenSettings.Named(resource)
        .Where(setting => !setting.Text.Contains('\n', StringComparison.Ordinal) && WhyNamed(setting.Name, setting.Text.Trim()) is not null)
        .Select(setting => new FoundSetting(setting.Place, $"{setting.Name}={setting.Text.Trim()}", WhyNamed(setting.Name, setting.Text.Trim())!));

    /// <summary><c>server.insecure</c> of Argo CD means that TLS ends before it, as its option does.</summary>
    private static string? WhyNamed(string name, string value)
    {
        string plain = PlainName(name);
        return plain.EndsWith("sslmode", StringComparison.Ordinal) && value.ToLowerInvariant() is "disable" or "disabled" or "allow" or "prefer" ? InTheClear
            : IsOff(value) && (plain is "pythonhttpsverify" || CheckingFields.Any(field => plain.EndsWith(field, StringComparison.Ordinal))
                || plain.EndsWith("tlsrejectunauthorized", StringComparison.Ordinal)) ? AnyCertificate
            : !IsOff(value) && value.Length > 0 && plain is "gitsslnoverify" ? AnyCertificate
            : IsOn(value) && (SkippingFields.Any(field => plain.EndsWith(field, StringComparison.Ordinal)) || plain is "curlinsecure") ? AnyCertificate
            : value.Equals("none", StringComparison.OrdinalIgnoreCase) && plain.EndsWith("verificationmode", StringComparison.Ordinal) ? AnyCertificate
            : plain is "piptrustedhost" && value.Length > 0 ? AnyCertificate
            : IsOn(value) && plain.EndsWith("insecure", StringComparison.Ordinal) && plain != "serverinsecure" ? AnyCertificate
            : null;
    }

    private static IEnumerable<FoundSetting> Fields(Resource resource) => resource.Kind == "CustomResourceDefinition" ? []
        : resource.Node.ScalarsThat(MaySkip)
            .Where(place => !IsKeptKey(place) && IsSkipping(place.Name, place.Text, () => IsAboutTls(place, resource)))
            .Select(place => new FoundSetting(place, $"{place.Name}: {place.Text}", AnyCertificate));

    private static bool IsKeptKey(Node place) => place.Parent.Name is "data" or "stringData";

    private static bool MaySkip(string name, string text) => IsSkipping(name, text, () => true);

    private static bool IsSkipping(string name, string text, Func<bool> isAboutTls)
    {
        bool isOn = IsOn(text);
        if (!isOn && !IsOff(text))
        {
            return false;
        }

        string plain = PlainName(name[(name.LastIndexOf('/') + 1)..]);
        return isOn ? SkippingFields.Contains(plain) || (plain == "insecure" && isAboutTls()) : CheckingFields.Contains(plain);
    }

    private static bool IsAboutTls(Node place, Resource resource) =>
        KindsWithInsecure.Contains(resource.Kind) || PlainName(place.Parent.Name) is "tls" or "tlsconfig" or "tlsclientconfig" or "ssl";

    /// <summary>curl's <c>-k</c> as an item of its own.</summary>
    private static IEnumerable<FoundSetting> Arguments(Resource resource) => resource.Pods
        .SelectMany(pod => pod.Containers)
        .Where(container => container["command"].Items.Concat(container["args"].Items).FirstOrDefault()?.Text.Split('/')[^1] == "curl")
        .SelectMany(container => container["command"].Items.Concat(container["args"].Items))
        .Where(item => ShortOfCurl().IsMatch(item.Text))
        .Select(item => new FoundSetting(item, $"curl {item.Text}", AnyCertificate));

    private static IEnumerable<FoundSetting> Texts(Resource resource) => WrittenSettings.Texts(resource, text => Mark().IsMatch(text) && MayBeOne().IsMatch(text))
        .SelectMany(text => Rules.Select(rule => rule.In(text.Text, text.Place)).OfType<FoundSetting>().Take(1))
        .Where(found => !IsOfArgoServer(found));

    /// <summary>
    /// There it means that TLS ends before it
    /// (https://argo-cd.readthedocs.io/en/stable/operator-manual/server-commands/argocd-server/).
    /// </summary>
    private static bool IsOfArgoServer(FoundSetting found) =>
        found.Text == "--insecure" && found.Place.Parent.Parent["command"].Texts.Concat(found.Place.Parent.Texts).Any(text => text.EndsWith("argocd-server", StringComparison.Ordinal));

    private static string PlainName(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool IsOn(string text) => text.Length <= LongestSwitch && text.ToLowerInvariant() is "true" or "1" or "yes" or "on";

    private static bool IsOff(string text) => text.Length <= LongestSwitch && text.ToLowerInvariant() is "false" or "0" or "no" or "off";

    /// <summary>Some of this is in all that a rule matches; few texts hold any.</summary>
    [GeneratedRegex("insecure|verif|ssl_?mode|ssl-mode|usessl|reject|trustservercert|trusted-host|invalidcert|curl|hostkey|knownhosts|no-check-cert|skip-tls|validate_certs|strict-ssl|cert_reqs", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"insecure|verif|sslmode|ssl|reject|trust|curl|hostkey|no-check|cert", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MayBeOne();

    [GeneratedRegex(@"\b\w*ssl_?mode[""']?\s*[=:]\s*[""']?(?:disabled?|allow|prefer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sslmode();

    [GeneratedRegex(@"(?:\b|--)[\w.\-]*(?:insecure[_\-]?skip[_\-]?(?:tls[_\-]?)?verify|skip[_\-]?tls[_\-]?verify|tls[_\-]?skip[_\-]?verify|ssl[_\-]?skip[_\-]?verify|trustServerCertificate|tlsAllowInvalidCertificates|insecureIgnoreHostKey)[""']?\s*[=:]\s*[""']?(?:true|1|yes|on)\b|\btls:\s*\n\s+insecure:\s*true\b|""tlsClientConfig""[^{}]{0,100}\{[^{}]{0,500}""insecure"":\s*true", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Insecure();

    [GeneratedRegex(@"\b(?:NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|rejectUnauthorized|(?:http\.)?sslVerify|ssl[_.]verify|tls[_.]verify|verify[_.]?ssl|verify[_.]?tls|verify[_.]?certs?|validate_certs|strict-ssl)[""']?(?:\s*[=:]\s*|\s+)[""']?(?:0|false|no|off)\b|\bGIT_SSL_NO_VERIFY=(?:1|true)\b|\bssl_cert_reqs=(?:none|CERT_NONE)\b|(?<![\w\-.])verify\s*=\s*False\b|\bproxy_ssl_verify\s+off\b|\bverification_?mode[""']?\s*[=:]\s*[""']?none\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unchecked();

    [GeneratedRegex(@"(?<![\w\-])--(?:insecure|insecure-skip-tls-verify|insecure-skip-verify|kubelet-insecure-tls|no-check-certificates?|no-verify-ssl|tls-skip-verify|skip-tls-verify|skip-tls|tls-insecure|no-tls-verify|disable-tls-verification|insecure-registry|trusted-host)(?![\w\-])(?!=(?:false|0)\b)|(?<![\w\-])--[\w.\-]*insecureskipverify(?![\w\-=])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Options();

    [GeneratedRegex(@"\bcurl\b[^\n;|&]{0,500}?\s-[fsSLIvgiaqR046jJNOnlG#]*k[fsSLIvgiaqRjJNOnlGo]*(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Tools();

    [GeneratedRegex(@"\bStrictHostKeyChecking[= ]+(?:no|off)\b|\bUserKnownHostsFile[= ]+/dev/null\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostKeys();

    [GeneratedRegex(@"[?&]useSSL=false\b|\bssl-mode=DISABLED\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^-[fsSLIvgiaqR046jJNOnlG#]*k[fsSLIvgiaqRjJNOnlGo]*$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortOfCurl();
}
