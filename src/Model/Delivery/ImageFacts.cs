using System.Collections.Immutable;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Delivery;

/// <summary>
/// What was collected about one image before judging. Whoever asks for something that could not be collected gets an
/// <see cref="UnknownFactException"/>, which leaves the policy without a verdict.
/// </summary>
/// <param name="Place">Where the facts say so.</param>
public sealed record ImageFacts(Node Place)
{
    /// <summary>The image as manifests name it.</summary>
    public ImageReference Image => ImageReference.Parse(Place["image"].Text);

    /// <summary>What the name stood for when the facts were collected, such as <c>sha256:…</c>.</summary>
    public string Digest => Known("digest").Text;

    /// <summary>The signatures of that digest that were found to be right.</summary>
    public ImmutableArray<ImageSigner> Signatures => [.. Known("signatures").Items.Select(ImageSigner.Of)];

    /// <summary>The provenance attestations of that digest whose signatures were found to be right.</summary>
    public ImmutableArray<ImageProvenance> Provenance => [.. Known("provenance").Items.Select(ImageProvenance.Of)];

    /// <summary>The vulnerability scans of that digest whose signatures were found to be right.</summary>
    public ImmutableArray<ImageScan> Scans => [.. Known("scans").Items.Select(ImageScan.Of)];

    /// <summary>Where that digest runs or ran.</summary>
    public ImmutableArray<ImageStage> Stages => [.. Known("stages").Items.Select(ImageStage.Of)];

    /// <summary>Somebody asked where that digest ran.</summary>
    public bool HasStages => Place["stages"].Exists;

    internal string? DigestIfKnown => Place["digest"] is { IsScalar: true } digest ? digest.Text : null;

    private Node Known(string fact) => Place[fact] is { Exists: true } place && place["unknown"].IsMissing
        ? place
        : throw new UnknownFactException(
            $"`{fact}` of the image {VisibleText.Line(Place["image"].Text)}",
            Place[fact].IsMissing ? "the facts do not hold it" : VisibleText.Line(Place[fact]["unknown"].Text));
}

/// <summary>Who signed: a key, or an identity that an issuer vouches for (https://docs.sigstore.dev/cosign/verifying/verify/).</summary>
/// <param name="Identity">Such as <c>https://github.com/octo/erp/.github/workflows/release.yml@refs/tags/v17</c>; empty for a key.</param>
/// <param name="Issuer">Such as <c>https://token.actions.githubusercontent.com</c>; empty for a key.</param>
/// <param name="Key">The key's name or fingerprint; empty for an identity.</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record ImageSigner(string Identity, string Issuer, string Key, Node Place)
{
    /// <summary>For people.</summary>
    public string Name => Key.Length > 0 ? $"the key {Key}" : $"{Identity} of {Issuer}";

    /// <summary>It is one of these keys, or one of these identities as one of these issuers vouches for.</summary>
    /// <param name="identities">Whole, or with <c>*</c> for any part.</param>
    /// <param name="issuers">Whole.</param>
    /// <param name="keys">Whole.</param>
    public bool IsOneOf(IEnumerable<string> identities, IEnumerable<string> issuers, IEnumerable<string> keys) =>
        Key.Length > 0 ? keys.Contains(Key) : issuers.Contains(Issuer) && identities.Any(pattern => Wildcard.Matches(pattern, Identity));

    internal static ImageSigner Of(Node place) => new(
        VisibleText.Line(place["identity"].Text), VisibleText.Line(place["issuer"].Text), VisibleText.Line(place["key"].Text), place);
}

/// <summary>An attestation of how an image was built (https://slsa.dev/spec/v1.0/provenance).</summary>
/// <param name="PredicateType">Such as <c>https://slsa.dev/provenance/v1</c>.</param>
/// <param name="Builder">Which builder vouches for it.</param>
/// <param name="Source">What it was built from, such as <c>git+https://github.com/octo/erp</c>.</param>
/// <param name="Signer">Who signed the attestation.</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record ImageProvenance(string PredicateType, string Builder, string Source, ImageSigner Signer, Node Place)
{
    /// <summary>It speaks of how the image was built, in some version of SLSA.</summary>
    public bool IsSlsa => PredicateType.StartsWith("https://slsa.dev/provenance/", StringComparison.Ordinal);

    /// <param name="builders">Whole, or with <c>*</c> for any part.</param>
    public bool IsBuiltBy(IEnumerable<string> builders) => builders.Any(pattern => Wildcard.Matches(pattern, Builder));

    /// <param name="sources">Whole, or with <c>*</c> for any part, without <c>git+</c> and the revision.</param>
    public bool IsBuiltFrom(IEnumerable<string> sources) => sources.Any(pattern => Wildcard.Matches(pattern, Repository));

    /// <summary>The source without <c>git+</c>, <c>.git</c> and the revision.</summary>
    private string Repository
    {
        get
        {
            string text = Source.StartsWith("git+", StringComparison.Ordinal) ? Source[4..] : Source;
            int at = text.LastIndexOf("@refs/", StringComparison.Ordinal) is >= 0 and int reference ? reference : text.LastIndexOf('@');
            int revision = at >= 0 && (text.AsSpan(at).StartsWith("@refs/") || text.IndexOf('/', at) < 0) ? at : -1;
            string repository = revision < 0 ? text : text[..revision];
            return repository.EndsWith(".git", StringComparison.Ordinal) ? repository[..^4] : repository;
        }
    }

    internal static ImageProvenance Of(Node place) => new(
        place["predicateType"].Text, VisibleText.Line(place["builder"].Text), VisibleText.Line(place["source"].Text), ImageSigner.Of(place["signer"]), place);
}

/// <summary>A vulnerability scan.</summary>
/// <param name="Scanner">Which program.</param>
/// <param name="Finished">When; null when it does not say.</param>
/// <param name="Vulnerabilities">All that it found.</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record ImageScan(string Scanner, DateTimeOffset? Finished, ImmutableArray<ImageVulnerability> Vulnerabilities, Node Place)
{
    internal static ImageScan Of(Node place) => new(
        VisibleText.Line(place["scanner"].Text),
        Instants.Parse(place["finishedAt"].Text),
        [.. place["vulnerabilities"].Items.Select(ImageVulnerability.Of)],
        place);
}

/// <summary>What a scan found.</summary>
/// <param name="Id">Such as <c>CVE-2026-1234</c>.</param>
/// <param name="Severity">Null when the scanner does not know it.</param>
/// <param name="IsNotAffected">A signed statement says that the image is not affected (https://github.com/openvex/spec).</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record ImageVulnerability(string Id, Assessments.Severity? Severity, bool IsNotAffected, Node Place)
{
    internal static ImageVulnerability Of(Node place) => new(
        VisibleText.Line(place["id"].Text),
        Estates.Declared.Parse<Assessments.Severity>(place["severity"].Text),
        place["status"].Text == "not-affected",
        place);
}

/// <summary>Where an image runs or ran.</summary>
/// <param name="Environment">Its name.</param>
/// <param name="Entity">Whose that is.</param>
/// <param name="Class">Null when it is none that there is.</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record ImageStage(string Environment, string Entity, Estates.EnvironmentClass? Class, Node Place)
{
    internal static ImageStage Of(Node place) => new(
        VisibleText.Line(place["environment"].Text),
        place["entity"].Text,
        Estates.Declared.Parse<Estates.EnvironmentClass>(place["class"].Text),
        place);
}
