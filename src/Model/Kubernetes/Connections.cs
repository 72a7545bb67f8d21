using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Reads connections out of texts and settings.</summary>
internal static partial class Connections
{
    /// <summary>https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING, https://github.com/redis/redis-specifications/blob/master/uri/redis.txt.</summary>
    public static IEnumerable<Connection> InText(string text, Node place) =>
        (text.Contains("://", StringComparison.Ordinal) ? Uri().Matches(text) : Enumerable.Empty<Match>())
            .SelectMany(match => OfUri(match, place))
            .Concat(text.Contains('=', StringComparison.Ordinal) ? text.Split('\n').Where(MayHoldKeywords).SelectMany(line => OfKeywords(line, place)) : []);

    /// <summary>The host that a tool of PostgreSQL is pointed at: https://www.postgresql.org/docs/current/app-psql.html.</summary>
    public static IEnumerable<Connection> InCommand(string text, Node place) =>
        from match in Tool().Matches(text)
        from host in HostsIn(match.Groups["host"].Value)
        select new Connection(DatabaseEngine.PostgreSql, host, Database: "", User: "", SslMode: null, place);

    /// <summary>
    /// Settings that belong together by the beginning of their names: <c>DB_HOST</c>, <c>DB_NAME</c>, <c>DB_SSLMODE</c>;
    /// <c>PGHOST</c>, <c>PGDATABASE</c>, <c>PGSSLMODE</c>; <c>db_host</c> of odoo.conf.
    /// </summary>
    /// <param name="settings">All that one program is told.</param>
    /// <param name="isOdoo">Then <c>HOST</c> alone is that of PostgreSQL (https://hub.docker.com/_/odoo).</param>
    public static IEnumerable<Connection> InSettings(IReadOnlyCollection<ServerSetting> settings, bool isOdoo) =>
        from setting in settings
        where HostEnding().IsMatch(setting.Name)
        let match = HostSetting().Match(NameOf(setting))
        where match.Success
        let prefix = match.Groups["prefix"].Value
        let engine = EngineOf(prefix, isOdoo)
        where engine is not null && !IsOtherDatabase(settings, prefix)
        from host in HostsIn(setting.Value)
        select new Connection(
            engine.Value,
            host,
            Sibling(settings, prefix, "DATABASE", "DBNAME", "NAME", "DB", "DB_NAME", "DATABASE_NAME")?.Value ?? "",
            Sibling(settings, prefix, "USER", "USERNAME", "DB_USER")?.Value ?? "",
            SslModeIn(settings),
            setting.Place);

    /// <summary>False where no setting in the text can name a server.</summary>
    public static bool MayNameHost(string text) => HostLine().IsMatch(text);

    /// <summary>The lines of a file that set something: <c>name = value</c>, <c>name: value</c>.</summary>
    public static ServerSetting[] Lines(string text, Node place) =>
    [
        .. text.Split('\n')
            .Where(line => line.AsSpan().ContainsAny('=', ':'))
            .Select(line => Line().Match(line))
            .Where(match => match.Success)
            .Select(match => new ServerSetting(match.Groups["name"].Value, match.Groups["value"].Value.Trim().Trim('"', '\''), place)),
    ];

    /// <summary>What a program is told of TLS to PostgreSQL, under whatever name.</summary>
    public static ServerSetting? SslModeIn(IEnumerable<ServerSetting> settings) =>
        settings.LastOrDefault(setting => SslModeSetting().IsMatch(NameOf(setting)));

    private static IEnumerable<Connection> OfUri(Match match, Node place)
    {
        ServerSetting? sslMode = match.Groups["query"].Value.Split('&', ';')
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2 && SslModeKeyword().IsMatch(pair[0]))
            .Select(pair => new ServerSetting(pair[0], pair[1], place))
            .FirstOrDefault();
        bool isPostgres = match.Groups["scheme"].Value.Contains("postgres", StringComparison.OrdinalIgnoreCase);
        return HostsIn(match.Groups["hosts"].Value).Select(host => new Connection(
            isPostgres ? DatabaseEngine.PostgreSql : DatabaseEngine.Redis,
            host, match.Groups["database"].Value, match.Groups["user"].Value, sslMode, place));
    }

    /// <summary>Most lines are none; a host and what else it takes to be one stand there twice over.</summary>
    private static bool MayHoldKeywords(string line) =>
        line.Contains('=', StringComparison.Ordinal)
        && (line.Contains("host", StringComparison.OrdinalIgnoreCase) || line.Contains("server", StringComparison.OrdinalIgnoreCase))
        && (line.Contains("dbname", StringComparison.OrdinalIgnoreCase) || line.Contains("database", StringComparison.OrdinalIgnoreCase) || line.Contains("mode", StringComparison.OrdinalIgnoreCase));

    /// <summary><c>host=db dbname=erp sslmode=require</c>, with blanks or, as .NET has it, semicolons between.</summary>
    private static IEnumerable<Connection> OfKeywords(string line, Node place)
    {
        ServerSetting[] words =
        [
            .. Keyword().Matches(line).Select(match =>
                new ServerSetting(match.Groups["name"].Value.Replace(" ", "", StringComparison.Ordinal), match.Groups["value"].Value, place)),
        ];
        bool isConnection = words.Any(word => Named(word, "host", "server")) && words.Any(word => Named(word, "dbname", "database", "sslmode"));
        return isConnection
            ? HostsIn(words.First(word => Named(word, "host", "server")).Value).Select(host => new Connection(
                DatabaseEngine.PostgreSql,
                host,
                words.FirstOrDefault(word => Named(word, "dbname", "database"))?.Value ?? "",
                words.FirstOrDefault(word => Named(word, "user", "username", "userid"))?.Value ?? "",
                words.FirstOrDefault(word => SslModeKeyword().IsMatch(word.Name)),
                place))
            : [];
    }

    private static bool Named(ServerSetting word, params string[] names) => names.Contains(word.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts without their ports; not sockets, not the pod itself, not what a variable holds.</summary>
    private static IEnumerable<string> HostsIn(string hosts) =>
        hosts.Split(',').Select(host => HostAndPort().Match(host.Trim())).Where(match => match.Success)
            .Select(match => match.Groups["host"].Value)
            .Where(host => !Loopback().IsMatch(host));

    private static string NameOf(ServerSetting setting) => setting.Name.Replace('-', '_').Replace('.', '_').ToUpperInvariant();

    private static DatabaseEngine? EngineOf(string prefix, bool isOdoo) =>
        RedisPrefix().IsMatch(prefix) ? DatabaseEngine.Redis
        : PostgresPrefix().IsMatch(prefix) || (prefix.Length == 0 && isOdoo) ? DatabaseEngine.PostgreSql
        : null;

    /// <summary><c>DB_CONNECTION: mysql</c> and the like.</summary>
    private static bool IsOtherDatabase(IReadOnlyCollection<ServerSetting> settings, string prefix) =>
        Sibling(settings, prefix, "TYPE", "ENGINE", "CONNECTION", "DIALECT", "DRIVER", "CLIENT") is { } kind
        && OtherDatabase().IsMatch(kind.Value);

    private static ServerSetting? Sibling(IReadOnlyCollection<ServerSetting> settings, string prefix, params string[] names) =>
        names.SelectMany(name => new[] { $"{prefix}_{name}", prefix + name })
            .Select(name => settings.LastOrDefault(setting => NameOf(setting) == name))
            .FirstOrDefault(setting => setting is not null);

    [GeneratedRegex(@"(?<scheme>(jdbc:)?postgres(ql)?(\+\w+)?|rediss?([+-]\w+)?|valkeys?)://((?<user>[^:@/\s""']{0,200})(:[^@/\s""']{0,200})?@)?(?<hosts>[^/?\s""'@]{1,500})(/(?<database>[^?\s""']{0,200}))?(\?(?<query>[^\s""']{0,500}))?", RegexOptions.IgnoreCase)]
    private static partial Regex Uri();

    [GeneratedRegex(@"(?<name>ssl ?mode|user ?(name|id)?|host|server|dbname|database|port|ssl)\s?=\s?'?(?<value>[^\s;'""]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^\s*(export\s+)?[""']?(?<name>[A-Za-z][\w.-]{0,99})[""']?\s*[=:]\s*(?<value>\S.*?)?\s*,?$")]
    private static partial Regex Line();

    [GeneratedRegex(@"\b(psql|pg_dump|pg_dumpall|pg_restore|vacuumdb|reindexdb)\b[^\n;|&]{0,200}?\s(-h\s*|--host[=\s]\s*)[""']?(?<host>[A-Za-z0-9][\w.-]*)")]
    private static partial Regex Tool();

    [GeneratedRegex("^(?<prefix>.*?)_?(HOST|HOSTS|HOSTNAME|HOSTADDR|ADDR|ADDRESS|ENDPOINT|SERVER|SERVERS|NODES|UR[LI])$")]
    private static partial Regex HostSetting();

    /// <summary>Quicker than <see cref="HostSetting"/>, which looks at few names then.</summary>
    [GeneratedRegex("(HOST|HOSTS|HOSTNAME|HOSTADDR|ADDR|ADDRESS|ENDPOINT|SERVER|SERVERS|NODES|UR[LI])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostEnding();

    /// <summary>A name that <see cref="HostSetting"/> takes for that of PostgreSQL or Redis, and what comes after names.</summary>
    [GeneratedRegex(@"((PG|POSTGRES|POSTGRESQL|PGSQL|DB|DATABASE|SQL)([_.-](RW|RO|WRITE|READ))?|(REDIS|VALKEY|DRAGONFLY|KEYDB)[\w.-]{0,99}?)[_.-]?(HOST|HOSTS|HOSTNAME|HOSTADDR|ADDR|ADDRESS|ENDPOINT|SERVER|SERVERS|NODES|UR[LI])[""']?\s*[=:]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostLine();

    [GeneratedRegex("(^|_)(PG|POSTGRES|POSTGRESQL|PGSQL|DB|DATABASE|SQL)(_RW|_RO|_WRITE|_READ)?$")]
    private static partial Regex PostgresPrefix();

    [GeneratedRegex("(^|_)(REDIS|VALKEY|DRAGONFLY|KEYDB)(_|$)")]
    private static partial Regex RedisPrefix();

    [GeneratedRegex("SSL_?MODE$")]
    private static partial Regex SslModeSetting();

    [GeneratedRegex("^(ssl_?mode|ssl)$", RegexOptions.IgnoreCase)]
    private static partial Regex SslModeKeyword();

    [GeneratedRegex("mysql|maria|mongo|mssql|sqlserver|oracle|sqlite", RegexOptions.IgnoreCase)]
    private static partial Regex OtherDatabase();

    [GeneratedRegex(@"^(?<host>[A-Za-z0-9][A-Za-z0-9._-]{0,252})(:[^/]*)?$")]
    private static partial Regex HostAndPort();

    [GeneratedRegex(@"^(localhost|127\..*|0\.0\.0\.0|true|false|yes|no|none|\d+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Loopback();
}
