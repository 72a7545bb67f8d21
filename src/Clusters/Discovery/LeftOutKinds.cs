using System.Collections.Immutable;
using PolicyGate.Model;

namespace PolicyGate.Clusters.Discovery;

/// <summary>Kinds that are nobody's wish as a rule, as <c>left-out-kinds.txt</c> lists them.</summary>
internal static class LeftOutKinds
{
    private static readonly ImmutableArray<Entry> Entries =
    [
        .. DataList.Lines(typeof(LeftOutKinds).Assembly, "left-out-kinds.txt")
            .Select(line => line.Split(' ', 3))
            .Select(parts => new Entry(parts[0] == "-" ? "" : parts[0], parts[1], parts[2])),
    ];

    /// <summary>Why a kind is left out; null when it is read.</summary>
    public static string? Reason(string group, string resource) =>
        Entries.FirstOrDefault(entry => entry.Group == group && (entry.Resource == "*" || entry.Resource == resource))?.Why;

    /// <summary>Why all of a group is left out; null when some of it is read.</summary>
    public static string? ReasonForAll(string group) =>
        Entries.FirstOrDefault(entry => entry.Group == group && entry.Resource == "*")?.Why;

    private sealed record Entry(string Group, string Resource, string Why);
}
