using System.Collections.Immutable;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What the name of an account tells: a person's own, or one that several people use.</summary>
public static class AccountName
{
    /// <summary>What an account does, is for or runs on. Names that are made of nothing else belong to nobody.</summary>
    private static readonly ImmutableHashSet<string> ImpersonalWords =
    [
        "account", "acct", "adm", "admin", "administrator", "admins", "all", "anonymous", "anybody", "anyone", "app", "application", "apps",
        "backup", "bot", "break", "breakglass", "build", "ci", "cd", "cluster", "common", "contact", "contractor", "contractors", "cto", "dba",
        "dbadmin", "default", "demo", "deploy", "deployer", "deployment", "dev", "developer", "developers", "devops", "duty", "emergency", "erp",
        "everybody", "everyone", "external", "clinic", "company", "customer", "generic", "glass", "gitops", "group", "guest", "helpdesk", "hospital", "infra", "infrastructure", "info",
        "it", "jenkins", "k8s", "kube", "kubernetes", "lab", "laboratory", "local", "login", "maintenance", "manager", "master", "monitoring", "noc", "nobody", "odoo",
        "office", "on", "oncall", "call", "operations", "operator", "operators", "ops", "partner", "pipeline", "platform", "postgres", "prod", "production",
        "public", "release", "robot", "root", "runner", "sa", "security", "server", "service", "shared", "sre", "staff", "stage", "staging", "super",
        "superadmin", "superuser", "superusers", "support", "svc", "sys", "sysadmin", "system", "systems", "team", "tech", "temp", "temporary", "test",
        "tester", "testuser", "tmp", "trainee", "training", "user", "users", "vendor", "web", "webmaster",
    ];

    /// <summary>One of them is enough: no person is called so.</summary>
    private static readonly ImmutableHashSet<string> SharingWords = ["shared", "generic", "anonymous", "everyone", "everybody", "anybody", "superuser", "root"];

    /// <summary>Groups that everybody, or everybody who was ever given a key, is in.</summary>
    private static readonly ImmutableHashSet<string> Everybody =
    [
        "system:anonymous", "system:unauthenticated", "system:authenticated", "system:masters", "system:serviceaccounts",
    ];

    /// <summary>
    /// Whether several people use it, as far as the name tells: <c>admin</c>, <c>odoo-support</c>, <c>ops2@hospital.example</c>,
    /// and Kubernetes' groups of everybody. A group of people is no account.
    /// </summary>
    /// <param name="grant">Who is given something.</param>
    public static bool IsShared(AccessGrant grant) => grant.Kind switch
    {
        "ServiceAccount" => grant.Name is "default" or "shared",
        _ when Everybody.Contains(grant.Name) || grant.Name.StartsWith("system:serviceaccounts:", StringComparison.Ordinal) => true,
        _ when grant.Name.StartsWith("system:", StringComparison.Ordinal) => grant.Name.EndsWith(":default", StringComparison.Ordinal),
        "User" => IsImpersonal(grant.Name, grant.Environment),
        _ => IsNobodys(grant.Name),
    };

    /// <summary>Of a name that may be a group's: nobody's beyond doubt, such as <c>root</c> or <c>shared-ops</c>.</summary>
    public static bool IsNobodys(string name) =>
        Words(name) is var words && (words.Any(SharingWords.Contains) || words is ["admin" or "administrator" or "user" or "guest" or "test" or "default"]);

    /// <summary>The words of a name, in lower case, without what an identity provider puts around it and without numbers.</summary>
    public static ImmutableArray<string> Words(string name)
    {
        string own = name[(name.LastIndexOfAny([':', '/', '\\']) + 1)..].Split('@')[0];
        return [.. own.Split(['-', '_', '.', ' ', '+']).Select(word => word.Trim("0123456789".ToCharArray()).ToLowerInvariant()).Where(word => word.Length > 0)];
    }

    private static bool IsImpersonal(string name, Environment environment)
    {
        ImmutableHashSet<string> places = [.. Runs(Words(environment.Entity)), .. Runs(Words(environment.Name))];
        ImmutableArray<string> words = Words(name);
        return words.Any(SharingWords.Contains) || words.All(word => ImpersonalWords.Contains(word) || places.Contains(word));
    }

    /// <summary>The words, and neighbours as one: <c>stmarys</c> of <c>st-marys-hospital</c>.</summary>
    private static IEnumerable<string> Runs(ImmutableArray<string> words) =>
        from first in Enumerable.Range(0, words.Length)
        from last in Enumerable.Range(first, words.Length - first)
        select string.Concat(words[first..(last + 1)]);
}
