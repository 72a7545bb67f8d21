// A certificate that nobody renews ends the service on a Sunday; one that lives for ten years outlives whoever stole
// its key. Certificates have a bounded life, are renewed well before its end, have strong keys, and come from an issuer
// that clients have a reason to trust.

return new Policy<IssuedCertificate, Terms>
{
    Title       = "Certificates are short-lived, renewed in time, strong and from an approved issuer",
    Severity    = High,
    Controls    = [Hipaa("164.312(e)(2)(ii)"), Nist80053("SC-12"), Nist80053("SC-17"), Iso27001("A.8.24")],
    Remediation = "Set duration, renewBefore and privateKey of the Certificate within the limits, and name an approved issuer.",
    Subjects    = estate => estate.Certificates,
    Evaluate    = (certificate, terms) => All([Bounded(certificate, terms), Renewed(certificate, terms), Strong(certificate, terms), Issued(certificate, terms)]),
};

record Terms
{
    /// <summary>The longest life of a certificate; that of the browsers.</summary>
    public Duration Longest { get; init; } = "398d";

    /// <summary>The longest life of a certificate that certifies others.</summary>
    public Duration LongestAuthority { get; init; } = "3653d";

    /// <summary>How long before its end it is renewed at the latest; a fifth of the life where that is shorter.</summary>
    public Duration Notice { get; init; } = "7d";

    public int RsaBits { get; init; } = 2048;

    public int EcdsaBits { get; init; } = 256;

    /// <summary>The names of approved issuers; empty for all that are neither self-signed nor for tests.</summary>
    public ImmutableArray<string> Issuers { get; init; } = [];
}

Verdict Bounded(IssuedCertificate certificate, Terms terms) => (certificate.Life, certificate.IsAuthority ? terms.LongestAuthority : terms.Longest) switch
{
    (null, _) => Fail(certificate.LifePlace, $"{certificate.LifePlace} is no duration such as 2160h"),
    ({ } life, var longest) when life > longest => Fail(certificate.LifePlace, $"it lives for {life}, longer than {longest}", fix: certificate.IsAuthority ? null : Set(certificate.LifePlace, "2160h")),
    ({ } life, _) => Pass($"it lives for {life}", certificate.LifePlace),
};

Verdict Renewed(IssuedCertificate certificate, Terms terms) => (certificate.Notice, certificate.Life) switch
{
    (_, null) => NotApplicable("its life is no duration"),
    (null, _) => Fail(certificate.NoticePlace, $"{certificate.NoticePlace} is no duration such as 720h"),
    ({ } notice, { } life) when notice >= life => Fail(certificate.NoticePlace, $"it is to be renewed {notice} before its end, and lives for {life} only"),
    ({ } notice, { } life) when notice < terms.Notice && notice.Span < life.Span / 5 =>
        Fail(certificate.NoticePlace, $"it is renewed {notice} before its end, less than {(terms.Notice.Span < life.Span / 5 ? terms.Notice : new Duration(life.Span / 5))}"),
    ({ } notice, _) => Pass($"it is renewed {notice} before its end", certificate.NoticePlace),
};

Verdict Strong(IssuedCertificate certificate, Terms terms) => certificate.Algorithm switch
{
    "RSA" when certificate.KeySize < terms.RsaBits => Fail(certificate.SizePlace, $"an RSA key of {certificate.KeySize} bits, less than {terms.RsaBits}", fix: certificate.Resource.Kind == "Certificate" ? Set(certificate.SizePlace, 3072) : Set(certificate.SizePlace, "3072")),
    "ECDSA" when certificate.KeySize < terms.EcdsaBits => Fail(certificate.SizePlace, $"an ECDSA key of {certificate.KeySize} bits, less than {terms.EcdsaBits}"),
    "RSA" or "ECDSA" or "Ed25519" => Pass(certificate.AlgorithmPlace, certificate.SizePlace),
    var other => Fail(certificate.AlgorithmPlace, $"{other} is no algorithm that cert-manager knows"),
};

// Who signs himself certifies nothing to anybody, but for the root of an authority of one's own.
Verdict Issued(IssuedCertificate certificate, Terms terms) => certificate.IssuerPlace switch
{
    { Text: "" } place => Fail(place, "it names no issuer"),
    var place when terms.Issuers.Length > 0 => terms.Issuers.Contains(place.Text) ? Pass(place) : Fail(place, $"issuer {place} is not one of {string.Join(", ", terms.Issuers)}"),
    var place when certificate.IsAuthority => Pass(place),
    var place when IsSelfSigned(certificate) => Fail(place, $"issuer {place} signs itself, so nobody has a reason to trust the certificate"),
    var place when IsForTests(certificate) && (certificate.Environment.IsProduction || !certificate.Environment.IsDeclared) => Fail(place, $"issuer {place} is for tests, and clients do not trust it"),
    var place => Pass(certificate.Issuer is null ? "the issuer is not among the manifests" : "", place),
};

bool IsSelfSigned(IssuedCertificate certificate) => certificate.Issuer is { } issuer
    ? issuer["spec.selfSigned"].Exists
    : Regex.IsMatch(certificate.IssuerPlace.Text, "self-?signed", RegexOptions.IgnoreCase);

bool IsForTests(IssuedCertificate certificate) => certificate.Issuer is { } issuer
    ? issuer["spec.acme.server"].Text.Contains("staging")
    : certificate.IssuerPlace.Text.Contains("staging");
