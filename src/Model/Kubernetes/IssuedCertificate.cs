using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A certificate that cert-manager is asked for, by a Certificate or by annotations of an Ingress or Gateway.
/// See https://cert-manager.io/docs/reference/api-docs/#cert-manager.io/v1.CertificateSpec and
/// https://cert-manager.io/docs/usage/ingress/#supported-annotations.
/// </summary>
public sealed class IssuedCertificate : Subject
{
    private const string Prefix = "cert-manager.io/";

    /// <summary>Ninety days, when it does not say.</summary>
    private static readonly Duration DefaultLife = "90d";

    private IssuedCertificate(Resource resource, Estate estate)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
        Issuer = FindIssuer(estate);
    }

    public Resource Resource { get; }

    /// <summary>Where its life is written; without it, it is 90 days.</summary>
    public Node LifePlace => Field("duration", "duration");

    /// <summary>How long it is asked to be valid; null for a text that is no duration.</summary>
    public Duration? Life => LifePlace.IsMissing ? DefaultLife : Duration.TryParse(LifePlace.Text, out Duration life) ? (Duration?)life : null;

    /// <summary>Where it says how long before its end it is renewed.</summary>
    public Node NoticePlace =>
        Field("renewBefore", "renew-before") is { Exists: true } before ? before
        : Field("renewBeforePercentage", "renew-before-percentage") is { Exists: true } percentage ? percentage
        : Field("renewBefore", "renew-before");

    /// <summary>How long before its end it is renewed, a third of its life without a word; null for a text that is none.</summary>
    public Duration? Notice =>
        Life is not { } life ? (Duration?)null
        : NoticePlace.IsMissing ? new Duration(life.Span / 3)
        : NoticePlace.Name.EndsWith("ercentage", StringComparison.Ordinal)
            ? NoticePlace.Integer is >= 0 and <= 100 and var percent ? (Duration?)new Duration(life.Span * percent / 100) : null
        : Duration.TryParse(NoticePlace.Text, out Duration notice) ? (Duration?)notice : null;

    public Node AlgorithmPlace => Field("privateKey.algorithm", "private-key-algorithm");

    /// <summary>RSA, when it does not say.</summary>
    public string Algorithm => AlgorithmPlace.IsMissing ? "RSA" : AlgorithmPlace.Text;

    public Node SizePlace => Field("privateKey.size", "private-key-size");

    /// <summary>In bits: of RSA 2048 and of ECDSA 256 when it does not say; Ed25519 has one size.</summary>
    public long KeySize =>
        Algorithm == "Ed25519" ? 256
        : SizePlace.Integer ?? (long.TryParse(SizePlace.Text, out long size) ? size : Algorithm == "ECDSA" ? 256 : 2048);

    /// <summary>It certifies others.</summary>
    public bool IsAuthority => Resource["spec.isCA"].IsTrue;

    /// <summary>Where the issuer is named.</summary>
    public Node IssuerPlace =>
        IsCertificate ? Node["spec.issuerRef.name"]
        : Resource.Annotations.At($"{Prefix}cluster-issuer") is { Exists: true } cluster ? cluster
        : Resource.Annotations.At($"{Prefix}issuer");

    /// <summary>The Issuer or ClusterIssuer, or null when git does not hold it.</summary>
    public Resource? Issuer { get; }

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"certificate of {Resource.Description}";

    internal static IEnumerable<IssuedCertificate> In(Estate estate) =>
        estate.Resources
            .Where(resource => resource.Is("Certificate", "cert-manager.io")
                || (resource.Kind is "Ingress" or "Gateway"
                    && (resource.Annotations.Has($"{Prefix}cluster-issuer") || resource.Annotations.Has($"{Prefix}issuer"))))
            .Select(resource => new IssuedCertificate(resource, estate));

    private bool IsCertificate => Resource.Kind == "Certificate";

    private Node Field(string field, string annotation) =>
        IsCertificate ? Node["spec"][field] : Resource.Annotations.At($"{Prefix}{annotation}");

    private Resource? FindIssuer(Estate estate)
    {
        bool isCluster = IsCertificate ? Node["spec.issuerRef.kind"].Text == "ClusterIssuer" : IssuerPlace.Name == $"{Prefix}cluster-issuer";
        return estate.OnClusterOf(Environment)
            .Select(environment => isCluster
                ? environment.Find("ClusterIssuer", "", IssuerPlace.Text)
                : environment.Find("Issuer", Resource.Namespace, IssuerPlace.Text))
            .FirstOrDefault(found => found is not null);
    }
}
