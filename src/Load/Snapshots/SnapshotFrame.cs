using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Snapshots;

/// <summary>Makes a snapshot of what the schema has found right.</summary>
internal static class SnapshotFrame
{
    /// <summary>When it was taken; null when that is no instant.</summary>
    public static DateTimeOffset? Instant(Node frame) =>
        DateTimeOffset.TryParse(frame["takenAt"].Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : null;

    public static Snapshot Of(Node frame, DateTimeOffset takenAt, ImmutableArray<LiveObject> objects) => new()
    {
        Context = frame["context"].Text,
        TakenAt = takenAt,
        Duration = TimeSpan.FromSeconds(double.Parse(frame["durationSeconds"].Text, CultureInfo.InvariantCulture)),
        ServerVersion = frame["server.version"].Text,
        Namespaces = [.. frame["namespaces"].Texts],
        Secrets = new(frame["secrets.outcome"].Text == "hashed", frame["secrets.keyCheck"].Text, frame["secrets.isKeyGiven"].IsTrue),
        Kinds = [.. frame["kinds"].Items.Select(Kind)],
        Problems = [.. frame["problems"].Texts],
        IsComplete = frame["isComplete"].IsTrue,
        Objects = objects,
    };

    private static KindAccount Kind(Node kind) => new()
    {
        Group = kind["group"].Text,
        Version = kind["version"].Text,
        Resource = kind["resource"].Text,
        Kind = kind["kind"].Text,
        IsNamespaced = kind["isNamespaced"].IsTrue,
        Versions = [.. kind["versions"].Texts],
        Outcome = OutcomeWords.Parse(kind["outcome"].Text),
        Why = kind["why"].Text,
        Objects = (int)(kind["objects"].Integer ?? 0),
    };
}
