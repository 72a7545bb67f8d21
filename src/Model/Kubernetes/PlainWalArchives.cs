using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Archiving of a PostgreSQL that nobody operates: its own settings, in arguments or in a ConfigMap, or a program that
/// receives the log. See https://www.postgresql.org/docs/current/continuous-archiving.html.
/// </summary>
internal static partial class PlainWalArchives
{
    public static WalArchive Of(PostgresCluster cluster, Estate estate)
    {
        ScriptText[] texts = [.. cluster.Resource.Scripts];
        Setting? timeout = Find(texts, "archive_timeout");
        Node timeoutPlace = timeout?.Place ?? cluster["spec.template.spec.containers[0].args"];
        if (Receiver(cluster, estate) is { } receiver)
        {
            // The log streams as it is written.
            return new(receiver, Defect: null, timeoutPlace, "1s");
        }

        (Node place, string? defect) = Archiving(Find(texts, "archive_mode"), Find(texts, "archive_command") ?? Find(texts, "archive_library"), cluster);
        return new(place, defect, timeoutPlace, timeout is null ? null : WalArchives.Time(timeout.Value));
    }

    private static (Node Place, string? Defect) Archiving(Setting? mode, Setting? command, PostgresCluster cluster) => (mode, command) switch
    {
        (null, _) => (cluster["metadata.name"], "archive_mode is not set, which means off"),
        ({ Value: not ("on" or "always" or "true" or "yes" or "1") }, _) => (mode.Place, $"archive_mode is {mode.Value}"),
        (_, null) => (mode.Place, "archive_mode is on, but there is no archive_command"),
        _ when DoesNothing().IsMatch(command.Value) => (command.Place, $"archive_command '{command.Value}' keeps nothing"),
        _ => (command.Place, null),
    };

    /// <summary>A workload that runs pg_receivewal, Barman's or WAL-G's receiver against a Service of the cluster.</summary>
    private static Node? Receiver(PostgresCluster cluster, Estate estate) => estate.OnClusterOf(cluster.Environment)
        .SelectMany(environment => estate.LogReceivers[environment])
        .FirstOrDefault(receiver => receiver.Workload != cluster.Resource && PostgresDumps.Targets(receiver.Workload, cluster)).Place;

    /// <summary>What receives the log of a PostgreSQL, whichever.</summary>
    public static IEnumerable<(Resource Workload, Node Place)> ReceiversIn(Estate estate) =>
        from workload in estate.Resources
        where !workload.Pods.IsEmpty
        let tool = workload.Scripts.FirstOrDefault(text => ReceiverTool().IsMatch(text.Text))
        where tool is not null
        select (workload, tool.Place);

    private static Setting? Find(ScriptText[] texts, string name) => texts
        .SelectMany(text => SettingPattern().Matches(text.Text)
            .Where(match => match.Groups["name"].Value == name)
            .Select(match => new Setting(text.Place, match.Groups["value"].Value.Trim().Trim('\'', '"').Trim())))
        .LastOrDefault();

    private sealed record Setting(Node Place, string Value);

    [GeneratedRegex(@"(?:^|[\s'""]|-c|--)(?<name>archive_(?:mode|command|library|timeout))\s*=\s*(?<value>'[^'\n]*'|""[^""\n]*""|[^\s'""][^\n]*?(?=\s+-c\s|\s#|$)|)", RegexOptions.Multiline)]
    private static partial Regex SettingPattern();

    [GeneratedRegex(@"^((/usr)?/bin/)?(true|:|exit 0|echo\b.*|)$|/dev/null\s*$")]
    private static partial Regex DoesNothing();

    [GeneratedRegex(@"\b(pg_receivewal|pg_receivexlog|barman (cron|receive-wal)|wal-g wal-receive)\b")]
    private static partial Regex ReceiverTool();
}
