using System.Text.Json;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Report.Json;

/// <summary>A verdict with its evidence in the JSON report.</summary>
internal static class VerdictJson
{
    public static void Write(Utf8JsonWriter json, Judgement judgement)
    {
        json.WriteStartObject();
        json.Text("policy", judgement.Policy);
        json.Text("environment", judgement.Environment);
        FindingJson.WriteResource(json, judgement.Resource);
        json.Text("subject", judgement.Subject);
        json.WriteString("verdict", judgement.Outcome.Name());
        json.Block("reason", judgement.Reason);
        json.WriteStartArray("evidence");
        foreach (Evidence evidence in judgement.Evidence)
        {
            WriteEvidence(json, evidence);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.Text("file", evidence.Location.File);
        json.Text("path", evidence.Path);
        FindingJson.WriteSpan(json, evidence.Location.Span);
        json.Block("value", evidence.Value);
        json.WriteEndObject();
    }
}
