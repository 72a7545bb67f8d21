// A registry hands out whatever somebody put there under a name. A signature by those who build the images
// tells that the image is theirs, whoever got at the registry.

return new Policy<UsedImage, Approved>
{
    Title       = "Images are signed by an approved identity or key",
    Severity    = High,
    Controls    = [Nist80053("SI-7(15)"), Nist80053("CM-14"), Nist80053("SR-11"), Iso27001("A.8.19"), Iso27001("A.5.21")],
    Remediation = "Sign the image where it is built (cosign sign), and have that identity or key approved by the parameters of this policy in the profile.",
    Subjects    = estate => estate.Images,
    Evaluate    = (used, approved) =>
        used.Facts is not { } facts ? NotApplicable("no facts about images were collected")
        : facts.Signatures is { IsEmpty: true } ? Fail(used, $"{used.Image.Text} is not signed")
        : facts.Signatures.FirstOrDefault(signer => signer.IsOneOf(approved.Identities, approved.Issuers, approved.Keys)) is { } signer ? Pass($"signed by {signer.Name}", used, signer.Place)
        : Fail(used, $"{used.Image.Text} is signed by {string.Join(", ", facts.Signatures.Select(signer => signer.Name))}, {Whom(approved)}"),
};

record Approved
{
    /// <summary>Identities of certificates, whole or with * for any part: https://github.com/octo/erp/.github/workflows/release.yml@refs/tags/*.</summary>
    public ImmutableArray<string> Identities { get; init; } = [];

    /// <summary>Who may vouch for them.</summary>
    public ImmutableArray<string> Issuers { get; init; } = ["https://token.actions.githubusercontent.com"];

    /// <summary>Names or fingerprints of keys, as the facts write them.</summary>
    public ImmutableArray<string> Keys { get; init; } = [];
}

string Whom(Approved approved) => approved.Identities.Any() || approved.Keys.Any()
    ? "which is not approved"
    : "and nobody is approved: set the parameters identities or keys";
