// Who looked at which record is asked months later, by a patient, an auditor or a court. Logs that were deleted by then
// answer nobody. What stores logs keeps them as long as the data asks.

return new Policy<Environment, Days>
{
    Title       = "Logs are kept as long as the data asks",
    Severity    = Medium,
    Controls    = [Hipaa("164.312(b)"), Nist80053("AU-11"), Iso27001("A.8.15")],
    Remediation = "Raise the retention of the log store: limits_config.retention_period of Loki, the delete phase of an index lifecycle, retentionInDays of CloudWatch.",
    Subjects    = estate => estate.Environments,
    Evaluate    = (environment, days) => environment switch
    {
        { IsDeclared: false } => NotApplicable("no descriptor declares data"),
        { IsProduction: false } => NotApplicable($"{environment.Description} is not production"),
        { Data: null } when environment["spec.data"].IsMissing => Fail(environment["spec.data"], "the descriptor does not declare its data, so nobody knows how long logs have to be kept"),
        { Data: { } data } => Judged(environment, Least(data, days), data),
        _ => NotApplicable("what spec.data says is no value that there is, which is a finding of its own"),
    },
};

record Days
{
    /// <summary>How long logs are kept at least, by the data that they tell about.</summary>
    public Duration Regulated { get; init; } = "365d";
    public Duration Confidential { get; init; } = "180d";
    public Duration Internal { get; init; } = "30d";
    public Duration Public { get; init; } = "7d";
}

Duration Least(DataClass data, Days days) => data switch
{
    DataClass.Regulated => days.Regulated,
    DataClass.Confidential => days.Confidential,
    DataClass.Internal => days.Internal,
    _ => days.Public,
};

// Its own stores, or those of others on its cluster where it has none.
Verdict Judged(Environment environment, Duration least, DataClass data)
{
    IEnumerable<LogRetention> own = environment.LogRetentions;
    ImmutableArray<LogRetention> stores = [.. own.Any() ? own : environment.OnSameCluster.SelectMany(other => other.LogRetentions)];
    return stores.IsEmpty
        ? Fail(environment["spec.data"], $"nothing says how long logs are kept; {Declared.Write(data)} data asks for {least}")
        : Each(stores, store =>
            store.Kept is not { } kept ? Fail(store.Place, "the retention of the logs cannot be read")
            : kept >= least ? Pass(store.Place)
            : Fail(store.Place, $"logs are kept for {kept}; {Declared.Write(data)} data asks for {least}"));
}
