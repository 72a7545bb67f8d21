using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A container that runs Odoo: to serve, or once to install or to migrate.</summary>
public sealed class OdooServer : Subject
{
    private readonly Lazy<OdooConfiguration> configuration;
    private readonly Lazy<ImmutableArray<OdooRoute>> routes;
    private readonly Lazy<IReadOnlyDictionary<string, ContainerVariable>> variables;

    internal OdooServer(Container container, ImmutableArray<CommandWord> words)
        : base(container.Environment, container.Node)
    {
        Container = container;
        variables = new(() => container.Variables);
        configuration = new(() => new(container, words, variables.Value, MajorVersion));
        routes = new(() => [.. OdooRoutes.To(this)]);
        IsOnce = container.Role == ContainerRole.Init
            || container.Pod.Workload.Kind is "Job" or "CronJob"
            || OdooOptions.Read(words).Any(option => option.Name == "stop_after_init");
    }

    public Container Container { get; }

    /// <summary>It ends by itself: an init container, a Job, or <c>--stop-after-init</c>.</summary>
    public bool IsOnce { get; }

    /// <summary>17 for an image <c>odoo:17.0-20261012</c>; null where neither the tag nor the version label tells.</summary>
    public int? MajorVersion => VersionIn(Container.Image?.Tag) ?? VersionIn(Container.Pod.Labels["app.kubernetes.io/version"]);

    /// <summary>A setting by the name that it has in the configuration file.</summary>
    public OdooSetting Setting(string name) => configuration.Value[name];

    /// <summary>
    /// The place of a value that some container of the pod gets from a Secret for this setting alone: by a variable or
    /// a file of its name. Null without one.
    /// </summary>
    public Node? SecretFor(string name) => OdooSecrets.Of(this, name);

    /// <summary>
    /// Without being told. From 19 on it does not, nor do images of Bitnami
    /// (https://github.com/bitnami/containers/tree/main/bitnami/odoo#customizable-environment-variables).
    /// </summary>
    public bool LoadsDemoByDefault =>
        MajorVersion is null or < 19 && Container.Image?.Repository.EndsWith("bitnami/odoo", StringComparison.Ordinal) != true;

    /// <summary>The ways from outside that lead to it.</summary>
    public ImmutableArray<OdooRoute> Routes => routes.Value;

    /// <summary>
    /// Processes that each have a memory limit and a pool of connections of their own: HTTP workers, cron workers and
    /// the one for websockets. Without workers there is one process with threads. Null where the numbers cannot be read.
    /// See https://www.odoo.com/documentation/18.0/administration/on_premise/deploy.html#builtin-server.
    /// </summary>
    public OdooProcesses? Processes => (Setting("workers").Number, Setting("max_cron_threads").Number) switch
    {
        (null, _) or (_, null) => null,
        ( <= 0, _) => new(1, 0, 0),
        var (workers, crons) => new(workers.Value, crons.Value, Setting("http_enable").IsOn ? 1 : 0),
    };

    /// <summary>
    /// What all processes together may take, where each may take the setting's amount; the one for websockets has a
    /// setting of its own from 17 on, such as <c>limit_memory_hard_gevent</c>. Null where a number cannot be read.
    /// </summary>
    public long? OfAllProcesses(string setting) =>
        Processes is { } processes && Setting(setting).Number is { } each
            ? (processes.Http + processes.Cron) * each + processes.Websocket * (Setting($"{setting}_gevent").Number ?? each)
            : null;

    /// <summary>What the HTTP workers alone may take, or the only process. Null where a number cannot be read.</summary>
    public long? OfWorkers(string setting) => Processes?.Http * Setting(setting).Number;

    /// <summary>How many pods there may be: an autoscaler's most, else the replicas.</summary>
    public long MostReplicas => Container.Pod.Workload.MostReplicas;

    public override ResourceReference Reference => Container.Reference;

    public override string Description => $"Odoo in {Container.Description}";

    private static int? VersionIn(string? text) =>
        text?.Split('.', '-', '_')[0].TrimStart('v') is { } major && ScalarMeaning.IntegerOf(major) is >= 8 and <= 99 and var number ? (int)number : null;
}

/// <summary>The processes of an Odoo.</summary>
/// <param name="Http">Workers for requests, or the only process.</param>
/// <param name="Cron">Workers for scheduled actions.</param>
/// <param name="Websocket">The one for websockets.</param>
public sealed record OdooProcesses(long Http, long Cron, long Websocket)
{
    public long Total => Http + Cron + Websocket;

    /// <summary>Without those for cron and websockets.</summary>
    public OdooProcesses Workers => new(Http, 0, 0);

    /// <summary>For people: <c>4 workers + 2 for cron + 1 for websockets</c>.</summary>
    public override string ToString() =>
        Total == 1 ? "1 process"
        : string.Join(" + ", new[] { $"{Http} workers", Cron > 0 ? $"{Cron} for cron" : "", Websocket > 0 ? $"{Websocket} for websockets" : "" }.Where(part => part.Length > 0));
}

/// <summary>Where Odoo runs.</summary>
internal static class OdooServers
{
    private static readonly string[] Programs = ["odoo", "odoo-bin", "odoo.py", "openerp-server"];

    /// <summary>Subcommands of Odoo that serve nobody (https://www.odoo.com/documentation/18.0/developer/reference/cli.html).</summary>
    private static readonly string[] Tools =
        ["shell", "db", "scaffold", "populate", "cloc", "neutralize", "deploy", "tsconfig", "genproxytoken", "obfuscate", "upgrade_code", "i18n", "help"];

    /// <summary>What stands beside Odoo and is called after it.</summary>
    private static readonly string[] Companions =
        ["addons", "addon", "modules", "themes", "exporter", "metrics", "backup", "dump", "restore", "nginx", "proxy", "operator", "postgres", "postgresql", "db", "redis", "docs", "mcp", "static", "waf"];

    private static readonly string[] NameLabels = ["app.kubernetes.io/name", "app"];

    public static IEnumerable<OdooServer> In(Estate estate) =>
        estate.Containers.Select(Of).OfType<OdooServer>();

    public static IEnumerable<OdooServer> In(Model.Estates.Environment environment) =>
        environment.Pods.SelectMany(pod => pod.Containers).Select(Of).OfType<OdooServer>();

    public static OdooServer? Of(Container container)
    {
        ImmutableArray<ImmutableArray<CommandWord>> commands = CommandWords.Of(container, container.Variables);
        ImmutableArray<CommandWord> all = [.. commands.SelectMany(command => command)];
        ImmutableArray<CommandWord>[] calls = [.. commands.Where(command => ProgramAt(command) >= 0).Select(command => command[(ProgramAt(command) + 1)..])];
        return calls.Length > 0 ? OfCalls(container, calls)
            : container.Role is ContainerRole.Init or ContainerRole.Ephemeral || !HasImageOfOdoo(container) || RunsSomethingElse(all) ? null
            : new(container, all);
    }

    private static OdooServer? OfCalls(Container container, ImmutableArray<CommandWord>[] calls)
    {
        ImmutableArray<CommandWord>[] serving = [.. calls.Where(call => call.IsEmpty || !Tools.Contains(call[0].Text, StringComparer.Ordinal))];
        return serving.Length == 0 ? null : new(container, serving[^1]);
    }

    /// <summary>The place of <c>odoo</c> in a command such as <c>exec python3 /opt/odoo/odoo-bin --workers 4</c>; -1 without.</summary>
    private static int ProgramAt(ImmutableArray<CommandWord> command)
    {
        int options = 0;
        while (options < command.Length && !(command[options].Text.StartsWith('-') && options > 0 && command[options].Text.Length > 2))
        {
            if (Programs.Contains(command[options].Text.Split('/')[^1], StringComparer.Ordinal))
            {
                return options;
            }

            options++;
        }

        return -1;
    }

    private static bool HasImageOfOdoo(Container container)
    {
        string image = container.Image?.Repository.Split('/')[^1] ?? "";
        return IsCalledOdoo(image)
            || (IsCalledOdoo(container.Name) && IsUnknown(image))
            || (container.Pod.Spec["containers"].Count == 1 && IsUnknown(image)
                && NameLabels.Any(label => container.Pod.Labels[label] == "odoo"));
    }

    private static bool IsCalledOdoo(string name)
    {
        string[] parts = name.Split('-', '_', '.');
        return (parts.Contains("odoo", StringComparer.Ordinal) || parts.Contains("doodba", StringComparer.Ordinal))
            && !parts.Any(part => Companions.Contains(part, StringComparer.Ordinal));
    }

    /// <summary>Not an image that everybody knows as something else.</summary>
    private static bool IsUnknown(string image) =>
        image is not ("postgres" or "postgresql" or "redis" or "nginx" or "busybox" or "alpine" or "traefik" or "mailhog" or "mailpit" or "pgbouncer" or "haproxy" or "caddy");

    /// <summary>It is told to run a program that is neither Odoo nor one that may start it.</summary>
    private static bool RunsSomethingElse(ImmutableArray<CommandWord> words) =>
        words is [{ Text: var first }, ..]
        && !first.StartsWith('-')
        && first.Split('/')[^1] is "sleep" or "tail" or "psql" or "pg_dump" or "pg_restore" or "cat" or "cp" or "rsync" or "tar" or "curl" or "wget" or "true"
            or "celery" or "redis-server" or "nginx" or "wait-for-psql.py" or "click-odoo-backupdb" or "click-odoo-dropdb";
}
