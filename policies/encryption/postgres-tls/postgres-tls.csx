// Between the application and its database run names, diagnoses and passwords.
// PostgreSQL serves TLS, no line of pg_hba lets anybody in without it, and each client that git knows insists on it:
// without sslmode=require or better a client takes plain text when that is what it is offered.

return new Policy<PostgresCluster, Modes>
{
    Title       = "PostgreSQL serves TLS and its clients require it",
    Severity    = High,
    Controls    = [Hipaa("164.312(e)(1)"), Hipaa("164.312(e)(2)(ii)"), Nist80053("SC-8(1)"), Iso27001("A.8.24")],
    Remediation = "Switch ssl on, begin pg_hba with `hostnossl all all all reject`, and connect with sslmode=verify-full (db_sslmode in odoo.conf, PGSSLMODE elsewhere).",
    Subjects    = estate => estate.PostgresClusters,
    Evaluate    = (cluster, modes) => All([Served(cluster), NotInPlain(cluster.Tls, cluster), .. cluster.Uses.Select(use => Required(use, cluster, modes))]),
};

record Modes
{
    /// <summary>What counts as insisting on TLS; <c>true</c> is what JDBC and others say for it.</summary>
    public ImmutableArray<string> Accepted { get; init; } = ["require", "verify-ca", "verify-full", "true", "verifyca", "verifyfull", "no-verify"];
}

Verdict Served(PostgresCluster cluster) => cluster.Tls.IsServed
    ? Pass("it serves TLS", cluster["metadata.name"])
    : FailUnshown(cluster.Tls.Place, $"{cluster.Description} serves no TLS: ssl is {(cluster.Parameter("ssl") is { } ssl ? ssl.Value : "off by default")}", cluster["metadata.name"]);

Verdict NotInPlain(PostgresTls tls, PostgresCluster cluster) => tls switch
{
    { AdmitsPlain: { } line } => Fail(line, $"pg_hba of {cluster.Description} lets clients in without TLS: a line of type host where hostssl would do"),
    { RefusesPlain: { } line } => Pass("it refuses clients without TLS", line),
    _ => NotApplicable("no line of pg_hba in git speaks of clients without TLS"),
};

// Where the server refuses plain text, a client that says nothing gets TLS all the same.
Verdict Required(DatabaseUse use, PostgresCluster cluster, Modes modes) => use.SslMode switch
{
    { } mode when modes.Accepted.Contains(mode.Value.ToLowerInvariant()) => Pass($"{mode.Name} is {mode.Value}", use.Shown),
    { } mode => FailUnshown(mode.Place, $"{mode.Name} is {mode.Value}: this client of {cluster.Description} takes plain text too", use.Shown),
    null when cluster.Tls.RefusesPlain is { } line => Pass("the server refuses clients without TLS", line),
    null => FailUnshown(use, $"this client of {cluster.Description} sets no sslmode, so it takes plain text too", use.Shown),
};
