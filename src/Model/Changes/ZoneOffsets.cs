using System.Globalization;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>
/// How far the clocks of time zones are from UTC at the instant of a change. They are facts: what a machine knows of time
/// zones differs from that of others, and a verdict must not.
/// </summary>
internal static class ZoneOffsets
{
    /// <summary>Offsets as the facts write them: <c>+01:00</c>.</summary>
    private const string Form = @"hh\:mm";

    /// <exception cref="UnknownFactException">The facts do not name the zone.</exception>
    public static TimeSpan Of(Node zones, string zone)
    {
        if (zone == "UTC")
        {
            return TimeSpan.Zero;
        }

        string written = zones.Items.FirstOrDefault(one => one["names"].Texts.Contains(zone, StringComparer.Ordinal))?["offset"].Text ?? "";
        return written.Length == 6 && TimeSpan.TryParseExact(written[1..], Form, CultureInfo.InvariantCulture, out TimeSpan offset)
            ? written[0] == '-' ? -offset : offset
            : throw new UnknownFactException($"the time in {VisibleText.Line(zone)}", "the machine that collected the facts does not know the time zone");
    }
}
