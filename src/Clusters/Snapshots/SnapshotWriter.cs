using System.Globalization;
using System.Text.Json;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>Writes a snapshot as <c>schemas/snapshot.schema.json</c> describes it.</summary>
internal static class SnapshotWriter
{
    public const int SchemaVersion = 1;

    public static void Write(
        Stream output,
        ICluster cluster,
        SnapshotWishes wishes,
        DateTimeOffset start,
        ServerVersion? version,
        SnapshotSummary summary,
        IReadOnlyList<Spool> spools)
    {
        using Utf8JsonWriter json = new(output);
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("context", cluster.Name);
        json.WriteString("takenAt", start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        WriteTexts(json, "namespaces", wishes.Namespaces);
        WriteSecrets(json, wishes);
        WriteObjects(json, output, summary, spools);
        json.WriteStartArray("kinds");
        foreach (KindAccount kind in summary.Kinds)
        {
            WriteKind(json, kind);
        }

        json.WriteEndArray();
        WriteTexts(json, "problems", summary.Problems);
        if (version is not null)
        {
            json.WriteStartObject("server");
            json.WriteString("version", version.GitVersion);
            json.WriteString("platform", version.Platform);
            json.WriteEndObject();
        }

        json.WriteNumber("durationSeconds", Math.Round(summary.Duration.TotalSeconds, 3));
        json.WriteNumber("requests", cluster.Requests);
        json.WriteBoolean("isComplete", summary.IsComplete);
        json.WriteEndObject();
    }

    private static void WriteSecrets(Utf8JsonWriter json, SnapshotWishes wishes)
    {
        json.WriteStartObject("secrets");
        json.WriteString("outcome", wishes.ReadSecrets ? "hashed" : "left-out");
        if (wishes.ReadSecrets)
        {
            json.WriteString("algorithm", "hmac-sha256");
            json.WriteString("keyCheck", wishes.Key.Check);
            json.WriteBoolean("isKeyGiven", wishes.Key.IsGiven);
        }

        json.WriteEndObject();
    }

    /// <summary>Straight from the spools, each of which holds objects with commas between them.</summary>
    private static void WriteObjects(Utf8JsonWriter json, Stream output, SnapshotSummary summary, IReadOnlyList<Spool> spools)
    {
        json.WriteStartArray("objects");
        json.Flush();
        bool isFirst = true;
        for (int index = 0; index < spools.Count; index++)
        {
            if (summary.Kinds[index].Objects > 0)
            {
                output.Write(isFirst ? ""u8 : ","u8);
                spools[index].CopyTo(output);
                isFirst = false;
            }
        }

        json.WriteEndArray();
    }

    private static void WriteKind(Utf8JsonWriter json, KindAccount kind)
    {
        json.WriteStartObject();
        json.WriteString("group", kind.Group);
        json.WriteString("version", kind.Version);
        json.WriteString("resource", kind.Resource);
        json.WriteString("kind", kind.Kind);
        json.WriteBoolean("isNamespaced", kind.IsNamespaced);
        WriteTexts(json, "versions", kind.Versions);
        json.WriteString("outcome", OutcomeWords.Of(kind.Outcome));
        json.WriteString("why", kind.Why);
        json.WriteNumber("objects", kind.Objects);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
