using System.Collections.Immutable;
using System.Globalization;

namespace PolicyGate.CodeHost.Facts;

/// <summary>What this machine knows of time zones.</summary>
internal static class TimeZones
{
    /// <summary>The names of zones by their offset, such as <c>+01:00</c>. What the machine does not know is left out.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<string>> OffsetsAt(DateTimeOffset instant, IEnumerable<string> names) =>
        names.Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Offset: OffsetOf(name, instant)))
            .Where(zone => zone.Offset.Length > 0)
            .GroupBy(zone => zone.Offset, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                zones => zones.Key, zones => zones.Select(zone => zone.Name).ToImmutableArray(), StringComparer.Ordinal);

    private static string OffsetOf(string name, DateTimeOffset instant) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) && zone.GetUtcOffset(instant) is { Seconds: 0 } offset
            ? string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}")
            : "";
}
