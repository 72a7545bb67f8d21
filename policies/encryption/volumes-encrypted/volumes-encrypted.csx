// A disk that is returned, stolen or copied must tell nobody anything.
// Every claim takes a StorageClass that encrypts. A class that git does not hold, or that leaves it to a file system
// or an array, cannot be shown to encrypt: for confidential and regulated data that is not enough.

return new Policy<StorageClaim, Known>
{
    Title       = "Persistent volumes are encrypted at rest",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(2)(iv)"), Nist80053("SC-28(1)"), Iso27001("A.8.24")],
    Remediation = "Use a StorageClass whose parameters ask for encryption; for a class that is encrypted elsewhere, name it in the parameter encryptedClasses.",
    Subjects    = estate => estate.StorageClaims,
    Evaluate    = (claim, known) => claim.Class?.Encryption switch
    {
        { AtRest: AtRest.Encrypted } encryption => Pass(claim.ClassName, encryption.Place),
        { AtRest: AtRest.Plain } encryption =>
            Fail(claim.ClassName, $"StorageClass {claim.Class.Name} does not encrypt: {encryption.Place.Path} is {(encryption.Place.IsMissing ? "not set" : encryption.Place)}"),
        _ when known.EncryptedClasses.Contains(claim.ClassName.Text) => Pass("encrypted by declaration", claim.ClassName),
        _ => Unknown(claim),
    },
};

record Known
{
    /// <summary>Classes that git does not hold, or that leave it to a file system or an array, and that do encrypt.</summary>
    public ImmutableArray<string> EncryptedClasses { get; init; } = [];
}

Verdict Unknown(StorageClaim claim) =>
    claim.Environment.IsDeclared && claim.Environment.Data is null or DataClass.Confidential or DataClass.Regulated
        ? Fail(claim.ClassName, $"{Why(claim)}, so it cannot be shown to encrypt")
        : NotApplicable($"{Why(claim)}, and {claim.Environment.Description} declares no data that asks for more");

string Why(StorageClaim claim) => claim switch
{
    { Class: { } storageClass } => $"StorageClass {storageClass.Name} leaves encryption to {storageClass.Provisioner}",
    { ClassName.IsMissing: true } => "the claim names no StorageClass, and the cluster's default is not among the manifests",
    { ClassName.Text: "" } => "the claim binds a volume that was made by hand",
    _ => $"StorageClass {claim.ClassName} is not among the manifests",
};
