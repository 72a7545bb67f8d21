// A nightly backup brings back last night. What was written since then is in the write-ahead log, and only a log that
// leaves the server all the time can be replayed up to the moment before a mistake.

return new Policy<PostgresCluster>
{
    Title       = "PostgreSQL archives its write-ahead log",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(A)"), Nist80053("CP-9"), Nist80053("CP-10(2)"), Iso27001("A.8.13")],
    Remediation = "Give the cluster an object store for its log: barmanObjectStore or a plugin with isWALArchiver for CloudNativePG, WAL_S3_BUCKET for Zalando, a repository for Crunchy, archive_mode and archive_command elsewhere.",
    Subjects    = estate => estate.PostgresClusters,
    Evaluate    = cluster =>
        !cluster.Environment.IsDeclared ? NotApplicable("no descriptor declares production")
        : !cluster.Environment.IsProduction ? NotApplicable($"{cluster.Environment.Description} is not production")
        : cluster.WalArchive is { Defect: { } defect } archive
            ? Fail(archive.Place, $"{cluster.Description} does not archive its log: {defect}", archive.Place.Name == "isWALArchiver" ? Set(archive.Place, true) : null)
        : Pass(cluster.WalArchive.Place),
};
