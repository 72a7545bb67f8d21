// Where two entities share a database, a wrong filter shows one hospital the other's patients, and a restore for one
// undoes the work of both. No two entities use the same database of the same PostgreSQL,
// nor the same Redis unless each has a user of its own.

return new Policy<DatabaseUse>
{
    Title       = "No two entities share a database",
    Severity    = Critical,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("AC-4"), Nist80053("SC-4"), Iso27001("A.8.22"), Iso27001("A.8.3")],
    Remediation = "Give each entity a database of its own and name it in the connection; for Redis a server of its own, or a user with keys of its own.",
    Subjects    = estate => estate.DatabaseUses,
    Evaluate    = use =>
        use.Environment.Entity == "" ? NotApplicable($"{use.Environment.Description} declares no entity")
        : use.OfOtherEntities.FirstOrDefault(other => !Apart(use, other)) is { } shared ? FailUnshown(use, Message(use, shared), use.Shown)
        : Pass("no other entity uses it", use.Shown),
};

bool Apart(DatabaseUse use, DatabaseUse other) => use.Engine == DatabaseEngine.Redis
    ? Differ(use.User, other.User)
    : Differ(use.Database, other.Database);

// What one of them does not say may be the same.
bool Differ(string own, string others) => own != "" && others != "" && own != others;

string Message(DatabaseUse use, DatabaseUse other) => (use.Engine, use.Database) switch
{
    (DatabaseEngine.Redis, _) => $"Redis {use.Host} is used by {other.Environment.Entity} too ({other.Resource.Description}), without a user for each",
    (_, "") => $"PostgreSQL {use.Host} is used by {other.Environment.Entity} too ({other.Resource.Description}), and no database is named here",
    (_, var database) => $"database {database} on {use.Host} is used by {other.Environment.Entity} too ({other.Resource.Description})",
};
