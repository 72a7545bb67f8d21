using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where an estate tells programs which database to use.</summary>
internal static partial class DatabaseUses
{
    public static IEnumerable<DatabaseUse> In(Estate estate) =>
        estate.Resources
            .SelectMany(resource => In(resource).Select(connection => (resource, connection)))
            .GroupBy(use => (use.connection.Place.Document.File, use.connection.Place.Document.Index, use.connection.Place.Path, use.connection.Host))
            .Select(same => same.MaxBy(use => use.connection.SslMode is null ? 0 : 1))
            .Select(use => new DatabaseUse(use.resource, use.connection, estate));

    /// <summary>A server names its partners, and is no client.</summary>
    private static IEnumerable<Connection> In(Resource resource) =>
        PostgresClusters.OperatorOf(resource) is not null ? []
        : resource.Pods.IsEmpty ? InFiles(resource)
        : resource.Pods.SelectMany(pod => pod.Containers).Where(container => !OnlyWaits(container)).SelectMany(In);

    private static IEnumerable<Connection> InFiles(Resource resource) => KeptTexts.ReadableIn(resource).SelectMany(key =>
    {
        ServerSetting[] lines = Connections.MayNameHost(key.Known) ? Connections.Lines(key.Known, key.Place) : [];
        return Connections.InText(key.Known, key.Place)
            .Concat(lines.Length > 1 ? Connections.InSettings(lines, isOdoo: false) : [])
            .Select(connection => WithMode(connection, () => Readers(resource, key)));
    });

    private static IEnumerable<Connection> In(Container container)
    {
        ServerSetting[] variables =
        [
            .. container.Variables.Values.Select(variable => new ServerSetting(variable.Name, variable.Known, variable.Place)),
            .. CommandLine.Options(CommandLine.Words(container)),
        ];
        bool isOdoo = container["image"].Text.Contains("odoo", StringComparison.OrdinalIgnoreCase);
        return variables
            .SelectMany(variable => Connections.InText(
                variable.Name == "DATA_SOURCE_URI" ? $"postgresql://{variable.Value}" : variable.Value, variable.Place))
            .Concat(container["command"].Items.Concat(container["args"].Items).SelectMany(item => Connections.InText(item.Text, item)))
            .Concat(Connections.InSettings(variables, isOdoo))
            .Concat(container["command"].Items.Concat(container["args"].Items).SelectMany(item => Connections.InCommand(item.Text, item)))
            .Select(connection => WithMode(connection, () => variables
                .Concat(MountedFiles.ReadableIn(container.Pod).SelectMany(file => Connections.Lines(file.Known, file.Place)))));
    }

    /// <summary>What the place does not say itself, the rest of what the program is told may say.</summary>
    private static Connection WithMode(Connection connection, Func<IEnumerable<ServerSetting>> others) =>
        connection.SslMode is not null || connection.Engine == DatabaseEngine.Redis
            ? connection
            : connection with { SslMode = Connections.SslModeIn(others()) };

    /// <summary>The variables and arguments of those who mount the file or take the key.</summary>
    private static IEnumerable<ServerSetting> Readers(Resource resource, KeptText key) =>
        from pod in resource.Environment.NamespaceNamed(resource.Namespace)?.Pods ?? []
        where MountedFiles.ReadableIn(pod).Any(file => file.Place.IsSamePlaceAs(key.Place))
            || pod.Containers.SelectMany(one => one.Variables.Values).Any(variable => variable.Place.IsSamePlaceAs(key.Place))
        from container in pod.Containers
        from setting in container.Variables.Values
            .Select(variable => new ServerSetting(variable.Name, variable.Known, variable.Place))
            .Concat(CommandLine.Options(CommandLine.Words(container)))
        select setting;

    /// <summary>It looks whether somebody answers, and sends nothing.</summary>
    private static bool OnlyWaits(Container container)
    {
        string command = string.Join(' ', container["command"].Texts.Concat(container["args"].Texts));
        return container.Role == ContainerRole.Init && Waits().IsMatch(command) && !Speaks().IsMatch(command);
    }

    [GeneratedRegex(@"\b(pg_isready|nc|ncat|wait-for\S*|nslookup|getent)\b|redis-cli.* ping|/dev/tcp/")]
    private static partial Regex Waits();

    [GeneratedRegex(@"\b(psql|pg_dump|odoo|migrate)\b")]
    private static partial Regex Speaks();
}
