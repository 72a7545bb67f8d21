// A backup is the whole database in one file, read by whoever can list the bucket. A named key makes the difference:
// it can be withheld from those who run the store, its use is logged, and destroying it destroys every copy.

return new Policy<BackupTarget>
{
    Title       = "Backups are encrypted with a named key",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(2)(iv)"), Hipaa("164.310(d)(2)(iv)"), Nist80053("CP-9(8)"), Nist80053("SC-28(1)"), Iso27001("A.8.24")],
    Remediation = "Ask for encryption with a key of your own: aws:kms for CloudNativePG, kmsKeyId for Velero, age, gpg or restic in scripts, WALG_LIBSODIUM_KEY_PATH and its like for WAL-G.",
    Subjects    = estate => estate.BackupTargets,
    Evaluate    = target => target.Environment.Data is DataClass.Public
        ? NotApplicable("the data is public")
        : Each(target.Encryption, encryption => encryption.Key == BackupKey.Named
            ? Pass(encryption.Place)
            : Fail(encryption.Place, $"backups of {target.Resource.Description} are not encrypted with a named key: {encryption.Lack}", FixFor(encryption.Place, target)),
            "it is encrypted as the volumes are that it copies"),
};

// The bucket's key is the one that is used; Google and Azure do not know the word.
Fix? FixFor(Node place, BackupTarget target) => place.Name == "encryption" && target.Node.Text.StartsWith("s3:") ? Set(place, "aws:kms") : null;
