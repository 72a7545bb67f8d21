using System.Text.Json;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Report.Json;

/// <summary>What was seen of a cluster, in the JSON report.</summary>
internal static class ClusterJson
{
    public static void Write(Utf8JsonWriter json, ClusterSummary cluster)
    {
        json.WriteStartObject();
        json.Text("context", cluster.Context);
        json.Text("serverVersion", cluster.ServerVersion);
        json.WriteString("takenAt", Wording.Instant(cluster.TakenAt));
        json.WriteNumber("seconds", Math.Round(cluster.Duration.TotalSeconds, 1));
        json.WriteNumber("objects", cluster.Objects);
        json.WriteNumber("kindsRead", cluster.KindsRead);
        json.WriteNumber("kindsLeftOut", cluster.KindsLeftOut);
        json.WriteStartArray("kindsUnknown");
        foreach (UnknownKind kind in cluster.KindsUnknown)
        {
            json.WriteStartObject();
            json.Text("kind", kind.Kind);
            json.Text("why", kind.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("uncomparedSecrets", cluster.HasUncomparedSecrets);
        json.Texts("problems", cluster.Problems);
        json.WriteBoolean("complete", cluster.IsComplete);
        json.Texts("environments", cluster.Environments);
        json.WriteEndObject();
    }
}
