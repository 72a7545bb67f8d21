// Sessions are as good as passwords, and Redis sends them as plain text unless it is told not to.
// It has a port for TLS and none for plain text: a second port is what clients end up using.
// Of a Redis that a cloud runs, git knows only how the clients speak to it: by redis:// or rediss://.

return new Policy<Subject>
{
    Title       = "Redis speaks TLS only",
    Severity    = High,
    Controls    = [Hipaa("164.312(e)(1)"), Nist80053("SC-8(1)"), Iso27001("A.8.24")],
    Remediation = "Set port 0 and tls-port 6379 with tls-cert-file and tls-key-file, or the operator's TLS field; clients then connect by rediss://.",
    Subjects    = estate => [.. estate.RedisInstances, .. estate.DatabaseUses.Where(SpeaksPlain)],
    Evaluate    = subject => subject switch
    {
        RedisInstance redis => Served(redis),
        DatabaseUse use => FailUnshown(use, $"this client speaks plain text to Redis {use.Host}: redis:// where rediss:// would do", use.Shown),
        _ => NotApplicable("it is no Redis"),
    },
};

Verdict Served(RedisInstance redis) => redis.Tls switch
{
    { Transport: RedisTransport.TlsOnly } => Pass("it has a port for TLS and no other", redis["metadata.name"]),
    { Transport: RedisTransport.Both } tls => Unshown(tls, redis, $"{redis.Description} speaks TLS, but plain text on another port as well: port is not 0"),
    { Transport: RedisTransport.Unknown } tls => Unshown(tls, redis, $"the configuration of {redis.Description} is not among the manifests, so it cannot be shown to speak TLS"),
    var tls => Unshown(tls, redis, $"{redis.Description} speaks plain text: no tls-port is set"),
};

// What git holds of the server says more; what stays inside a pod crosses no network.
bool SpeaksPlain(DatabaseUse use) => use is { Engine: DatabaseEngine.Redis, Store: null }
    && use.Host is not ("" or "localhost" or "127.0.0.1" or "::1")
    && Regex.IsMatch(use.Node.Text, @"\bredis://([^@\s]*@)?" + Regex.Escape(use.Host), RegexOptions.IgnoreCase);

// The place may be a whole file, with the password in it.
Verdict Unshown(RedisTls tls, RedisInstance redis, string message) => FailUnshown(tls.Place, message, redis["metadata.name"]);
