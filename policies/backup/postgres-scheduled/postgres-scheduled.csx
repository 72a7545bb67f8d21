// A database without a scheduled backup is lost with its disk, and nobody notices before that day.
// Every production PostgreSQL has a schedule of base backups or dumps that means it, runs, and has somewhere to write to.

return new Policy<PostgresCluster, Scope>
{
    Title       = "PostgreSQL is backed up on a schedule",
    Severity    = Critical,
    Controls    = [Hipaa("164.308(a)(7)(ii)(A)"), Nist80053("CP-9"), Iso27001("A.8.13")],
    Remediation = "Add a ScheduledBackup, the operator's own schedule, or a CronJob that dumps the database, and see that it names this cluster.",
    Subjects    = estate => estate.PostgresClusters,
    Evaluate    = (cluster, scope) =>
        !cluster.Environment.IsDeclared ? NotApplicable("no descriptor declares production")
        : cluster.Environment.Class is { } stage && !scope.Classes.Contains(stage) ? NotApplicable($"{cluster.Environment.Description} is {Declared.Write(stage)}")
        : cluster.Backups.FirstOrDefault(backup => backup.Defect is null) is { } working ? Pass(working.Place)
        : cluster.Backups.IsEmpty ? Fail(cluster["metadata.name"], $"no schedule backs up {cluster.Description}")
        : Each(cluster.Backups, backup => Fail(backup.Place, $"{backup.Defect}, so nothing backs up {cluster.Description}")),
};

record Scope
{
    public ImmutableArray<EnvironmentClass> Classes { get; init; } = [EnvironmentClass.Production];
}
