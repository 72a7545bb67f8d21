// Whoever encrypts a hospital for ransom deletes its backups first, with the credentials that wrote them. Only a lock that
// the writer cannot lift stops that: every place that production writes backups to keeps objects unchangeable for a time.

return new Policy<BackupTarget, Elsewhere>
{
    Title       = "Backups cannot be changed or deleted",
    Severity    = High,
    Controls    = [Hipaa("164.312(c)(1)"), Nist80053("CP-9(8)"), Nist80053("SI-7"), Iso27001("A.8.13")],
    Remediation = "Turn on object lock with a default retention for the bucket, or a locked retention policy; for a bucket that is set up elsewhere, name it in the parameter immutableBuckets.",
    Subjects    = estate => estate.BackupTargets,
    Evaluate    = (target, elsewhere) =>
        target.Environment is { IsDeclared: true, IsProduction: false } ? NotApplicable($"{target.Environment.Description} is not production")
        : target.Lock is { } locked ? Pass(target.Node, locked)
        : target.Bucket != "" && elsewhere.ImmutableBuckets.Contains(target.Bucket) ? Pass("locked by declaration", target.Node)
        : Fail(target.Node, $"{target.Description}: {Why(target)}"),
};

record Elsewhere
{
    /// <summary>Buckets that git does not hold, and that lock their objects.</summary>
    public ImmutableArray<string> ImmutableBuckets { get; init; } = [];
}

string Why(BackupTarget target) => target switch
{
    { Declaration: { } bucket } => $"{bucket.Resource.Description} has no object lock with a default retention, and no locked retention policy",
    { Bucket: "" } => "it is no bucket that could lock its objects, as far as git tells",
    _ => "the bucket is not among the manifests, so it cannot be shown to lock its objects",
};
