// Whoever may write to a folder of a bucket can overwrite what lies there, and mostly read it too. Two entities in one
// folder mix their patients' data, and a test environment in the folder of production can destroy its backups.

return new Policy<BackupTarget>
{
    Title       = "No two entities or tiers write to the same bucket and folder",
    Severity    = Critical,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("AC-4"), Nist80053("SC-4"), Iso27001("A.8.22")],
    Remediation = "Give each environment a bucket, or at least a folder, of its own, with credentials that reach no further.",
    Subjects    = estate => estate.BucketUses,
    Evaluate    = target =>
        !target.Environment.IsDeclared ? NotApplicable("no descriptor declares an entity")
        : target.Bucket == "" ? NotApplicable("git does not tell the bucket")
        : target.Overlapping.FirstOrDefault(other => Apart(target.Environment, other.Environment)) is { } other
            ? Fail(target.Node, $"{target.Node.Path} is {Shown(target)}, and so writes {other.Environment.Description} ({other.Resource.Description}: {Shown(other)}), which is {Difference(target.Environment, other.Environment)}")
        : Pass(target.Node),
};

// A site for disasters has to reach the backups of production.
bool Apart(Environment one, Environment other) => one.Entity != other.Entity || one.Isolation != other.Isolation || Stage(one) != Stage(other);

EnvironmentClass? Stage(Environment environment) => environment.Class == EnvironmentClass.DisasterRecovery ? EnvironmentClass.Production : environment.Class;

string Difference(Environment one, Environment other) =>
    one.Entity != other.Entity ? $"{(other.Entity == "" ? "nobody's" : $"of {other.Entity}")}, not of {one.Entity}"
    : one.IsProduction != other.IsProduction ? $"{(other.IsProduction ? "" : "not ")}production"
    : Stage(one) != Stage(other) ? $"{other["spec.class"]}, not {one["spec.class"]}"
    : "of another isolation tier";

string Shown(BackupTarget target) => target.Prefix == "" ? target.Bucket : $"{target.Bucket}/{target.Prefix}";
