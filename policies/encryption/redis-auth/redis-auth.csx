// A Redis without a password obeys whoever reaches it, and reads and writes files on its host for them.
// It asks for a password, or has an ACL in which the user that everybody is at first is off or has a password.

return new Policy<RedisInstance>
{
    Title       = "Redis asks for a password or has an ACL",
    Severity    = High,
    Controls    = [Hipaa("164.312(d)"), Nist80053("IA-2"), Nist80053("AC-3"), Iso27001("A.8.5")],
    Remediation = "Set requirepass from a Secret, or an aclfile with `user default off` and a user for each client.",
    Subjects    = estate => estate.RedisInstances,
    Evaluate    = redis => redis.Login switch
    {
        { Access: RedisAccess.Asks } login => Pass("it asks for a login", redis["metadata.name"]),
        { Access: RedisAccess.Unknown } login => Fail(login.Place, $"the configuration of {redis.Description} is not among the manifests, so it cannot be shown to ask for a password"),
        var login => FailUnshown(login.Place, $"{redis.Description} asks nobody for a password: {login.Reason}", redis["metadata.name"]),
    },
};
