using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What the servers of a PostgreSQL are told: parameters, and whom they let in.</summary>
/// <param name="Parameters">In the order in which they count: the last of a name wins.</param>
/// <param name="Access">The lines of <c>pg_hba.conf</c> that git holds, in their order.</param>
internal sealed partial record PostgresSettings(ImmutableArray<ServerSetting> Parameters, ImmutableArray<HostAccess> Access)
{
    public ServerSetting? Parameter(string name) => Parameters.LastOrDefault(parameter => parameter.Name == name);

    public static PostgresSettings Of(PostgresCluster cluster) => cluster.Operator switch
    {
        PostgresOperator.CloudNativePG => new(
            [.. Fields(cluster["spec.postgresql.parameters"])],
            [.. cluster["spec.postgresql.pg_hba"].Items.SelectMany(HostAccess.In)]),
        PostgresOperator.Zalando => new(
            [.. Fields(cluster["spec.postgresql.parameters"])],
            [.. cluster["spec.patroni.pg_hba"].Items.SelectMany(HostAccess.In)]),
        PostgresOperator.Crunchy => new(
            [
                .. Fields(cluster["spec.patroni.dynamicConfiguration.postgresql.parameters"]),
                .. Fields(cluster["spec.config.parameters"]),
            ],
            [
                .. cluster["spec.patroni.dynamicConfiguration.postgresql.pg_hba"].Items.SelectMany(HostAccess.In),
                .. cluster["spec.authentication.rules"].Items.Select(rule => rule["hba"]).SelectMany(HostAccess.In),
            ]),
        _ => OfWorkload(cluster.Resource.Pods[0]),
    };

    private static PostgresSettings OfWorkload(PodTemplate pod)
    {
        Container server = pod.Containers.First(PostgresClusters.IsServer);
        MountedFile[] files = [.. MountedFiles.ReadableIn(pod)];
        return new(
            [
                .. files.Where(file => file.Name.EndsWith(".conf", StringComparison.Ordinal) && !IsAccess(file)).SelectMany(Lines),
                .. Bitnami(server),
                .. Arguments(server),
            ],
            [.. files.Where(IsAccess).SelectMany(file => HostAccess.In(file.Known, file.Place))]);
    }

    private static IEnumerable<ServerSetting> Fields(Node parameters) =>
        parameters.Fields.Select(field => new ServerSetting(field.Name, field.Text, field));

    private static bool IsAccess(MountedFile file) => file.Name.Contains("hba", StringComparison.Ordinal);

    /// <summary>https://www.postgresql.org/docs/current/config-setting.html#CONFIG-SETTING-CONFIGURATION-FILE</summary>
    private static IEnumerable<ServerSetting> Lines(MountedFile file) =>
        file.Known.Split('\n')
            .Select(line => Line().Match(line))
            .Where(match => match.Success)
            .Select(match => Setting(match.Groups["name"].Value, match.Groups["value"].Value, file.Place));

    /// <summary>
    /// <c>-c name=value</c>, <c>--name=value</c>, <c>-l</c> for TLS and <c>-N</c> for connections
    /// (https://www.postgresql.org/docs/current/app-postgres.html).
    /// </summary>
    private static IEnumerable<ServerSetting> Arguments(Container server)
    {
        string before = "";
        foreach ((string text, Node place) in CommandLine.Words(server))
        {
            Match option = Argument().Match(text);
            if (option.Success && (option.Groups["marked"].Success || before == "-c"))
            {
                yield return Setting(option.Groups["name"].Value, option.Groups["value"].Value, place);
            }
            else if (text == "-l")
            {
                yield return new("ssl", "on", place);
            }
            else if (before == "-N")
            {
                yield return new("max_connections", text, place);
            }

            before = text;
        }
    }

    /// <summary>https://github.com/bitnami/containers/tree/main/bitnami/postgresql#environment-variables</summary>
    private static IEnumerable<ServerSetting> Bitnami(Container server)
    {
        foreach (ContainerVariable variable in server.Variables.Values)
        {
            string? parameter = variable.Name switch
            {
                "POSTGRESQL_ENABLE_TLS" => "ssl",
                "POSTGRESQL_MAX_CONNECTIONS" => "max_connections",
                "POSTGRESQL_SYNCHRONOUS_COMMIT_MODE" => "synchronous_commit",
                "POSTGRESQL_NUM_SYNCHRONOUS_REPLICAS" when variable.Text != "0" => "synchronous_standby_names",
                _ => null,
            };
            if (parameter is not null)
            {
                yield return new(parameter, variable.Known, variable.Place);
            }
        }
    }

    private static ServerSetting Setting(string name, string value, Node place) =>
        new(name.Replace('-', '_').ToLowerInvariant(), value.Trim().Trim('\'', '"'), place);

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z_][\w.]*)\s*[=\s]\s*(?<value>'[^']*'|[^#\s]*)")]
    private static partial Regex Line();

    [GeneratedRegex(@"^(?<marked>--|-c)?(?<name>[A-Za-z_][\w.-]*)=(?<value>.*)$", RegexOptions.Singleline)]
    private static partial Regex Argument();
}

/// <summary>
/// One line of <c>pg_hba.conf</c>; the first that fits a connection decides.
/// See https://www.postgresql.org/docs/current/auth-pg-hba-conf.html.
/// </summary>
/// <param name="Type"><c>host</c>, <c>hostssl</c>, <c>hostnossl</c> and the like.</param>
/// <param name="Users">Databases, users and addresses that it is for.</param>
/// <param name="Method">How they prove who they are, or <c>reject</c>.</param>
/// <param name="Place">Where it is written; the whole text for a line of a file.</param>
internal sealed partial record HostAccess(string Type, ImmutableArray<string> Users, string Method, Node Place)
{
    /// <summary>It refuses everybody who comes without TLS.</summary>
    public bool RefusesPlain =>
        Method == "reject" && Type is "hostnossl" or "host"
        && Users is ["all", "all", "all" or "0.0.0.0/0" or "::/0", ..];

    /// <summary>It lets somebody in over the network without TLS.</summary>
    public bool AdmitsPlain =>
        Method != "reject" && Type is "host" or "hostnossl"
        && Users is [_, _, var address, ..] && !Loopback().IsMatch(address);

    public static IEnumerable<HostAccess> In(Node place) => In(place.Text, place);

    public static IEnumerable<HostAccess> In(string text, Node place) =>
        text.Split('\n')
            .Select(line => line.Split('#')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 3)
            .Select(words => new HostAccess(words[0], [.. words[1..^1]], MethodOf(words), place));

    /// <summary>Options follow the method as <c>name=value</c>; a mask may come before it.</summary>
    private static string MethodOf(string[] words) => words.Last(word => !word.Contains('=', StringComparison.Ordinal));

    [GeneratedRegex(@"^(127\.|::1|localhost$|samehost$)")]
    private static partial Regex Loopback();
}
