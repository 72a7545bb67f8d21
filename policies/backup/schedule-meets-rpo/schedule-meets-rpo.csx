// Who promises to lose fifteen minutes at most must save at least every fifteen minutes, on Sundays and at night too.
// The longest gap of a schedule that saves the data, or the time after which the log leaves PostgreSQL, is within the RPO.

return new Policy<ProtectedData>
{
    Title       = "Backups are as frequent as the RPO asks",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(A)"), Nist80053("CP-9"), Nist80053("CP-2(3)"), Iso27001("A.5.30")],
    Remediation = "Run the schedule more often, archive the log with an archive_timeout within the RPO, or declare the RPO that the entity really accepts.",
    Subjects    = estate => estate.ProtectedData,
    Evaluate    = data => data.Environment["spec.recovery.rpo"] switch
    {
        _ when !data.Environment.IsDeclared => NotApplicable("no descriptor declares an RPO"),
        _ when !data.Environment.IsProduction => NotApplicable($"{data.Environment.Description} is not production"),
        { IsMissing: true } missing => Fail(missing, "spec.recovery.rpo is not declared, so no schedule can be held against it"),
        var rpo when Duration.TryParse(rpo.Text, out var most) => Within(data, rpo, most),
        var rpo => NotApplicable($"{rpo} is no length of time, which is a finding of its own"),
    },
};

Verdict Within(ProtectedData data, Node rpo, Duration most)
{
    ImmutableArray<BackupSchedule> working = [.. data.Backups.Where(backup => backup.Defect is null).OrderBy(backup => backup.LongestGap?.Span ?? TimeSpan.MaxValue)];
    return data.WalArchive is { Defect: null } log ? Leaves(log, data, rpo, most)
        : working is not [var best, ..] ? NotApplicable($"no schedule saves {data.Description}, which is a finding of its own")
        : best.LongestGap is not { } gap ? Fail(best.Time, $"'{best.Time}' is no schedule that ever runs, or none that can be read")
        : gap <= most ? Pass($"at most {gap} between two backups", best.Time, rpo)
        : Fail(best.Time, $"up to {gap} pass between two backups of {data.Description}, more than the RPO of {rpo}");
}

Verdict Leaves(WalArchive log, ProtectedData data, Node rpo, Duration most) =>
    log.Interval is { } interval && interval <= most ? Pass($"the log leaves at least every {interval}", log.Timeout, rpo)
    : Fail(log.Timeout,
        $"the log of {data.Description} leaves it {(log.Interval is { } after ? $"after up to {after}" : "only when a segment is full")}, and the RPO is {rpo}: set archive_timeout",
        log.Timeout.Parent.Name == "parameters" ? Set(log.Timeout, $"{(long)most.Span.TotalSeconds}s") : null);
