// Between the application and its database run names, diagnoses and passwords.
// PostgreSQL serves TLS, no line of pg_hba lets anybody in without it, and each client that git knows insists on it:
// without sslmode=require or better a client takes plain text when that is what it is offered. That holds for a server
// that a cloud runs, too.

return new Policy<Subject, Modes>
{
    Title       = "PostgreSQL serves TLS and its clients require it",
    Severity    = High,
    Controls    = [Hipaa("164.312(e)(1)"), Hipaa("164.312(e)(2)(ii)"), Nist80053("SC-8(1)"), Iso27001("A.8.24")],
    Remediation = "Switch ssl on, begin pg_hba with `hostnossl all all all reject`, and connect with sslmode=verify-full (db_sslmode in odoo.conf, PGSSLMODE elsewhere).",
    Subjects    = estate => [.. estate.PostgresClusters, .. estate.DatabaseUses.Where(LeavesTheEstate)],
    Evaluate    = (subject, modes) => subject switch
    {
        PostgresCluster cluster => All([Served(cluster), NotInPlain(cluster.Tls, cluster), .. cluster.Uses.Select(use => Required(use, cluster.Description, cluster.Tls.RefusesPlain, modes))]),
        DatabaseUse use => Required(use, $"PostgreSQL {use.Host}", null, modes),
        _ => NotApplicable("it is no PostgreSQL"),
    },
};

record Modes
{
    /// <summary>What counts as insisting on TLS; <c>true</c> is what JDBC and others say for it.</summary>
    public ImmutableArray<string> Accepted { get; init; } = ["require", "verify-ca", "verify-full", "true", "verifyca", "verifyfull", "no-verify"];
}

Verdict Served(PostgresCluster cluster) => (cluster.Tls, cluster.Parameter("ssl")) switch
{
    ({ IsServed: true }, _) => Pass("it serves TLS", cluster["metadata.name"]),
    (_, { } ssl) => Weak(ssl, $"{cluster.Description} serves no TLS: ssl is {ssl.Value}", "on", cluster["metadata.name"]),
    var (tls, _) => FailUnshown(tls.Place, $"{cluster.Description} serves no TLS: ssl is off by default", cluster["metadata.name"]),
};

Verdict NotInPlain(PostgresTls tls, PostgresCluster cluster) => tls switch
{
    { AdmitsPlain: { } line } => Fail(line, $"pg_hba of {cluster.Description} lets clients in without TLS: a line of type host where hostssl would do",
        fix: line.Text.StartsWith("host ") && !line.Text.Contains('\n') ? Set(line, $"hostssl {line.Text["host ".Length..]}") : null),
    { RefusesPlain: { } line } => Pass("it refuses clients without TLS", line),
    _ => NotApplicable("no line of pg_hba in git speaks of clients without TLS"),
};

// What stays inside a pod, by its own address or a socket, crosses no network.
bool LeavesTheEstate(DatabaseUse use) => use is { Engine: DatabaseEngine.PostgreSql, Store: null }
    && use.Host is not ("" or "localhost" or "127.0.0.1" or "::1") && !use.Host.StartsWith('/');

// Where the server refuses plain text, a client that says nothing gets TLS all the same.
Verdict Required(DatabaseUse use, string server, Node? refusesPlain, Modes modes) => use.SslMode switch
{
    { } mode when modes.Accepted.Contains(mode.Value.ToLowerInvariant()) => Pass($"{mode.Name} is {mode.Value}", use.Shown),
    { } mode => Weak(mode, $"{mode.Name} is {mode.Value}: this client of {server} takes plain text too", "require", use.Shown),
    null when refusesPlain is not null => Pass("the server refuses clients without TLS", refusesPlain),
    null => FailUnshown(use, $"this client of {server} sets no sslmode, so it takes plain text too", use.Shown),
};

// Where the value is one among others, in a file or a connection string, the rest must not be shown, nor be replaced.
Verdict Weak(ServerSetting setting, string message, string better, Node seen) => setting.Place.Text == setting.Value
    ? Fail(setting.Place, message, Set(setting.Place, better))
    : FailUnshown(setting.Place, message, seen);
