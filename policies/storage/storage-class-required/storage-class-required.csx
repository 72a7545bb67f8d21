// A claim that names no StorageClass takes the default of whatever cluster it lands on: fast or slow, encrypted or not,
// deleted with the claim or kept. https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1

return new Policy<StorageClaim>
{
    Title       = "Claims name their StorageClass",
    Severity    = Low,
    Controls    = [Nist80053("CM-6"), Iso27001("A.8.9")],
    Remediation = "Set storageClassName to the class that suits the data; of a volume made by hand, name that volume in volumeName.",
    Subjects    = estate => estate.StorageClaims,
    Evaluate    = claim =>
        claim.ClassName.Text != ""           ? Pass(claim.ClassName)
        : claim["volumeName"].Text != ""     ? Pass("bound to a volume by its name", claim["volumeName"])
        : claim["existingClaim"].Text != ""  ? NotApplicable("it uses a claim of its own")
        : claim.ClassName.IsMissing          ? Fail(claim.ClassName, $"{claim.ClassName.Path} is not set: the cluster's default decides")
        : Fail(claim.ClassName, $"{claim.ClassName.Path} is empty: any volume that was made by hand will do"),
};
