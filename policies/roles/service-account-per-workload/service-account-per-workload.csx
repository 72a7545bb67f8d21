// What one program of a service account may do, all of them may. When the web server is taken over,
// it must not get at what the database or the backup can reach: the cloud's keys, the buckets, the other pods.

return new Policy<AccountUse>
{
    Title       = "Database, application and backup do not share a service account",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(4)(i)"), Nist80053("AC-6"), Nist80053("IA-9"), Iso27001("A.8.2"), Cis("5.1.5")],
    Remediation = "Give the workload a ServiceAccount of its own and name it in serviceAccountName.",
    Subjects    = estate => estate.AccountUses,
    Evaluate    = use => Judge(use, [.. use.Users.Where(user => user.Part != WorkloadPart.Other)]),
};

// Whose account it is stays; what else runs as it has to change.
Verdict Judge(AccountUse use, ImmutableArray<AccountUser> users) =>
    users.IsEmpty ? NotApplicable("neither database, application nor backup runs as it")
    : Each(users, user => user.Part == users[0].Part || user.IsMade
        ? Pass(user.Place)
        : Fail(user.Place, $"{Of(user)} runs as the service account {use.Name} of {use.Namespace}, and so does {Of(users[0])}"));

string Of(AccountUser user) => $"{user.Part.ToString().ToLowerInvariant()} {user.Resource.Kind} {user.Resource.Name}";
