namespace PolicyGate.Load.Settings;

/// <summary>
/// The names of the IANA time zone database. They are built in, since what the machine knows differs between systems
/// and slim images know none; a verdict must not depend on that.
/// </summary>
public static class TimeZoneNames
{
    public static IReadOnlySet<string> All { get; } = EmbeddedFile.Read("time-zones.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => line[0] != '#')
        .ToHashSet(StringComparer.Ordinal);
}
