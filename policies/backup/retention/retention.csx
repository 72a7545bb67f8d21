// Some mistakes are noticed after months: a wrong import, a silent corruption, a break-in. What was deleted before
// cannot be restored. Everything that makes backups keeps them as long as the data asks, and no bucket deletes them before.

return new Policy<BackupRetention, Days>
{
    Title       = "Backups are kept as long as the data asks",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(A)"), Nist80053("CP-9"), Nist80053("SI-12"), Iso27001("A.8.13")],
    Remediation = "Set the retention where the finding points: retentionPolicy, ttl, the number of backups, or the age at which the bucket deletes.",
    Subjects    = estate => estate.BackupRetentions,
    Evaluate    = (retention, days) =>
        !retention.Environment.IsDeclared ? NotApplicable("no descriptor declares data")
        : !retention.Environment.IsProduction ? NotApplicable($"{retention.Environment.Description} is not production")
        : retention.Environment.Data is { } data ? LongEnough(retention, Least(data, days), data)
        : retention.Environment["spec.data"].IsMissing ? Fail(retention.Environment["spec.data"], "the descriptor does not declare its data, so nobody knows how long backups have to be kept")
        : NotApplicable("what spec.data says is no value that there is, which is a finding of its own"),
};

record Days
{
    /// <summary>How long backups are kept at least, by what they hold.</summary>
    public Duration Regulated { get; init; } = "90d";
    public Duration Confidential { get; init; } = "30d";
    public Duration Internal { get; init; } = "14d";
    public Duration Public { get; init; } = "7d";
}

Duration Least(DataClass data, Days days) => data switch
{
    DataClass.Regulated => days.Regulated,
    DataClass.Confidential => days.Confidential,
    DataClass.Internal => days.Internal,
    _ => days.Public,
};

Verdict LongEnough(BackupRetention retention, Duration least, DataClass data) =>
    retention.Longest >= least ? Pass(retention.Node)
    : Fail(retention.Node, $"{Kept(retention)}; {Declared.Write(data)} data asks for {least}", FixFor(retention.Node, least));

string Kept(BackupRetention retention) => (retention.Kept, retention.Node) switch
{
    ({ } kept, { IsMissing: true }) => $"{retention.Resource.Description} keeps its backups for {kept}, as nothing else is said",
    ({ } kept, _) => $"{retention.Resource.Description} keeps its backups for {kept}",
    (_, { IsMissing: true }) => $"nothing says how long {retention.Resource.Description} keeps its backups",
    _ => $"'{retention.Node}' is no retention that can be read",
};

Fix? FixFor(Node place, Duration least) => place.Name switch
{
    "retentionPolicy" => Set(place, $"{Math.Ceiling(least.Span.TotalDays)}d"),
    "ttl" => Set(place, $"{Math.Ceiling(least.Span.TotalHours)}h0m0s"),
    _ => null,
};
