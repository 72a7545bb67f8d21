using System.Collections.Immutable;

namespace PolicyGate.Tests;

/// <summary>What no verdict may depend on.</summary>
internal sealed record HostileSurroundings(ImmutableDictionary<string, string> Environment)
{
    public static HostileSurroundings Plain { get; } = Of("UTC", "C.UTF-8");

    /// <summary>Where the letter i has a dot when it is large, numbers have commas, and it is tomorrow already.</summary>
    public static HostileSurroundings Other { get; } = Of("Pacific/Kiritimati", "tr_TR.UTF-8");

    private static HostileSurroundings Of(string timeZone, string language) => new(ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create("TZ", timeZone), KeyValuePair.Create("LANG", language), KeyValuePair.Create("LC_ALL", language)]));
}
