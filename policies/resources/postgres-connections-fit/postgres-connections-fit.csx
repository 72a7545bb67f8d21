// Every worker of every Odoo keeps a pool of up to db_maxconn connections. When PostgreSQL has no more to give, it
// refuses the next caller, whoever it is: users, cron, the backup. The most that Odoo may open stays below
// max_connections, or a pooler stands between, and is large enough itself.
// https://www.odoo.com/documentation/18.0/developer/reference/cli.html#cmdoption-odoo-bin-db_maxconn

return new Policy<PostgresCluster, Counted>
{
    Title       = "Odoo's connections fit into what PostgreSQL admits",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(7)(i)"), Nist80053("SC-5"), Nist80053("CP-2(2)"), Iso27001("A.8.6")],
    Remediation = "Lower db_maxconn, workers or replicas, raise max_connections, or let Odoo connect through a pooler.",
    Subjects    = estate => estate.PostgresClusters,
    Evaluate    = (cluster, counted) => Judged(PostgresConnections.Of(cluster, counted.EveryProcess)),
};

record Counted
{
    /// <summary>Those for cron and for websockets, too: they seldom use more than a connection or two.</summary>
    public bool EveryProcess { get; init; }
}

Verdict Judged(PostgresConnections connections) => connections switch
{
    { Direct: [], Pooled: [] }              => NotApplicable("no Odoo of the environment connects to it"),
    { Unread: { IsKnown: false } hidden }   => NotApplicable(hidden.Says),
    { Unread: { } wrong }                   => Fail(wrong.Place, $"{wrong.Says}, which is no number"),
    _                                       => All([Within(connections), .. connections.Pooled.Select(Through)]),
};

// What reaches PostgreSQL itself: those who connect directly, and the poolers' own connections.
Verdict Within(PostgresConnections connections) => connections.Needed > connections.Admitted
    ? Fail(connections.Most, $"PostgreSQL admits {connections.Admitted} connections beside those for superusers, and up to {connections.Needed} may be opened: {connections.Arithmetic}")
    : Pass($"up to {connections.Needed} connections of {connections.Admitted}", connections.Most);

Verdict Through(PooledConnections pooled) => pooled.Needed > pooled.Pooler.Clients
    ? Fail(pooled.Pooler.Place, $"{pooled.Pooler.Name} admits {pooled.Pooler.Clients} clients, and Odoo may open {pooled.Needed} connections: {pooled.Arithmetic}")
    : Pass("through a pooler", pooled.Pooler.Place);
