using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Versions of TLS in the many ways to write them.</summary>
internal static partial class TlsVersions
{
    private const string AwsPolicy = "ELBSecurityPolicy-";

    /// <summary>
    /// The lowest that the text allows: <c>VersionTLS12</c>, <c>TLSv1.1 TLSv1.2</c>, <c>TLSV1_2</c>, <c>1.2</c>, a policy
    /// of AWS. SSL counts as 0. Null when it names none.
    /// </summary>
    public static Version? Lowest(string text) =>
        text.StartsWith(AwsPolicy, StringComparison.Ordinal) ? OfAwsPolicy(text)
        : BareVersion().Match(text) is { Success: true } bare ? new(1, Digit(bare.Groups["minor"]))
        : Written().Matches(text).Select(OfMatch).Min();

    /// <summary>
    /// The name says it, <c>TLS13-1-2-2021-06</c>; those that do not take 1.0
    /// (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html).
    /// </summary>
    private static Version OfAwsPolicy(string name) =>
        new(1, AwsVersion().Match(name) is { Success: true } version ? Digit(version.Groups["minor"]) : 0);

    private static Version OfMatch(Match match) =>
        match.Groups["family"].Value.Equals("SSL", StringComparison.OrdinalIgnoreCase)
            ? new(0, Digit(match.Groups["major"]))
            : new(Digit(match.Groups["major"]), Digit(match.Groups["minor"]));

    private static int Digit(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // What is switched off says so before: -TLSv1, !TLSv1, no-tlsv10.
    [GeneratedRegex(@"(?<![!-])(?<family>TLS|SSL)[ _-]?V?(?<major>[0-9])(?:[._]?(?<minor>[0-9]))?(?![0-9])", RegexOptions.IgnoreCase)]
    private static partial Regex Written();

    [GeneratedRegex(@"^\s*1\.(?<minor>[0-3])\s*$")]
    private static partial Regex BareVersion();

    [GeneratedRegex(@"-(?:TLS13|TLS|FS)-1-(?<minor>[0-3])(?:-|$)")]
    private static partial Regex AwsVersion();
}

/// <summary>Cipher suites in the names of IANA and of OpenSSL.</summary>
internal static class CipherSuites
{
    /// <summary>
    /// Broken algorithms, and what IANA does not recommend: CBC, and keys without forward secrecy
    /// (https://www.iana.org/assignments/tls-parameters/tls-parameters.xhtml, https://www.rfc-editor.org/rfc/rfc9325#section-4).
    /// </summary>
    private static readonly string[] WeakParts = ["RC4", "DES", "NULL", "EXP", "MD5", "ANON", "ADH", "AECDH", "IDEA", "SEED", "RC2"];

    /// <summary>Groups of OpenSSL that hold weak ones (https://docs.openssl.org/master/man1/openssl-ciphers/).</summary>
    private static readonly string[] WeakGroups = ["ALL", "LOW", "MEDIUM", "COMPLEMENTOFALL", "COMPLEMENTOFDEFAULT", "KRSA", "RSA", "SSLV3", "TLSV1", "@SECLEVEL=0"];

    private static readonly string[] StaticKeys = ["TLS_RSA_", "TLS_DH_", "TLS_ECDH_"];
    private static readonly string[] FreshKeys = ["ECDHE-", "DHE-", "EDH-"];
    private static readonly string[] AuthenticatedModes = ["GCM", "CHACHA20", "CCM", "POLY1305"];

    /// <summary>The weak ones of a list; what it excludes, <c>!RC4</c>, is not in it.</summary>
    public static ImmutableArray<string> WeakIn(string list) =>
    [
        .. list.Split([':', ',', ' ', '\n', '\t', '"', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(suite => suite[0] is not ('!' or '-') && IsWeak(suite.TrimStart('+').ToUpperInvariant())),
    ];

    private static bool IsWeak(string suite) =>
        WeakGroups.Contains(suite, StringComparer.Ordinal)
        || WeakParts.Any(part => suite.Contains(part, StringComparison.Ordinal))
        || (suite.StartsWith("TLS_", StringComparison.Ordinal) ? IsWeakOfIana(suite) : suite.Contains('-', StringComparison.Ordinal) && IsWeakOfOpenSsl(suite));

    private static bool IsWeakOfIana(string suite) =>
        suite.Contains("_CBC", StringComparison.Ordinal)
        || StaticKeys.Any(start => suite.StartsWith(start, StringComparison.Ordinal));

    private static bool IsWeakOfOpenSsl(string suite) =>
        !FreshKeys.Any(start => suite.StartsWith(start, StringComparison.Ordinal))
        || !AuthenticatedModes.Any(mode => suite.Contains(mode, StringComparison.Ordinal));
}
