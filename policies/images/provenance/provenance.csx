// A signature tells who hands an image out, not what is in it. Provenance tells from which source it was built and by which
// builder, so that nothing gets in between the reviewed source and what runs.

return new Policy<UsedImage, Approved>
{
    Title       = "A provenance attestation names the approved builder and source",
    Severity    = High,
    Controls    = [Nist80053("SR-4"), Nist80053("SR-4(3)"), Nist80053("SI-7"), Iso27001("A.5.21"), Iso27001("A.8.30")],
    Remediation = "Build the image where SLSA provenance is made and signed (such as actions/attest-build-provenance), and approve that builder and source by the parameters of this policy.",
    Subjects    = estate => estate.Images,
    Evaluate    = (used, approved) =>
        used.Facts is not { } facts ? NotApplicable("no facts about images were collected")
        : facts.Provenance.Where(one => one.IsSlsa).ToImmutableArray() is var attestations && attestations.IsEmpty
            ? Fail(used, $"{used.Image.Text} has no SLSA provenance")
        : attestations.FirstOrDefault(one => IsApproved(one, approved)) is { } right ? Pass($"built by {right.Builder} from {right.Source}", used, right.Place)
        : Fail(used, $"{used.Image.Text} {Defect(attestations[0], approved)}"),
};

record Approved
{
    /// <summary>Ids of builders, whole or with * for any part.</summary>
    public ImmutableArray<string> Builders { get; init; } = [];

    /// <summary>Repositories, whole or with * for any part: https://github.com/octo/*.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Who may sign the attestation; none: whoever the builder is.</summary>
    public ImmutableArray<string> Signers { get; init; } = [];

    public ImmutableArray<string> Issuers { get; init; } = ["https://token.actions.githubusercontent.com"];
}

bool IsApproved(ImageProvenance one, Approved approved) =>
    one.IsBuiltBy(approved.Builders) && one.IsBuiltFrom(approved.Sources)
    && (approved.Signers.IsEmpty || one.Signer.IsOneOf(approved.Signers, approved.Issuers, approved.Signers));

string Defect(ImageProvenance one, Approved approved) =>
    approved.Builders.IsEmpty || approved.Sources.IsEmpty ? $"was built by {one.Builder} from {one.Source}, and no builder and source are approved: set the parameters builders and sources"
    : !one.IsBuiltBy(approved.Builders) ? $"was built by {one.Builder}, which is not approved"
    : !one.IsBuiltFrom(approved.Sources) ? $"was built from {one.Source}, which is not approved"
    : $"has provenance that {one.Signer.Name} signed, who is not approved";
