// The database knows of every scanned referral and signed consent; the documents themselves lie in the filestore.
// A backup without them brings back a list of files that are gone. Every volume with documents is in a schedule that works.

return new Policy<StorageClaim>
{
    Title       = "Volumes with documents are backed up",
    Severity    = Critical,
    Controls    = [Hipaa("164.308(a)(7)(ii)(A)"), Hipaa("164.312(c)(1)"), Nist80053("CP-9"), Iso27001("A.8.13")],
    Remediation = "Take the claim into a Velero Schedule (its namespace, persistentvolumeclaims, the labels that it selects), a k8up Schedule, a ReplicationSource, or a CronJob that mounts it.",
    Subjects    = estate => estate.StorageClaims.Where(claim => claim.HoldsDocuments),
    Evaluate    = claim =>
        claim.Environment is { IsDeclared: true, IsProduction: false } ? NotApplicable($"{claim.Environment.Description} is not production")
        : claim.Backups.FirstOrDefault(backup => backup.Defect is null) is { } working ? Pass(working.Place, claim.Node)
        : claim.Backups.IsEmpty ? Fail(claim.Node, $"{claim.Name} holds documents, and no schedule backs it up")
        : Each(claim.Backups, backup => Fail(backup.Place, $"{backup.Defect}, so nothing backs up the documents in {claim.Name}")),
};
