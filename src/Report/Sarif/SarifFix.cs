using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Report.Json;

namespace PolicyGate.Report.Sarif;

/// <summary>A fix whose edits are known, as SARIF has it: what goes from each file, and what comes instead.</summary>
internal static class SarifFix
{
    public static void Write(Utf8JsonWriter json, Fix fix)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartObject("description");
        json.Text("text", FixText.Describe(fix));
        json.WriteEndObject();
        json.WriteStartArray("artifactChanges");
        foreach (IGrouping<string, TextEdit> file in fix.Edits.GroupBy(edit => edit.File))
        {
            WriteChange(json, file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteChange(Utf8JsonWriter json, IGrouping<string, TextEdit> file)
    {
        json.WriteStartObject();
        SarifResult.WriteArtifact(json, file.Key);
        json.WriteStartArray("replacements");
        foreach (TextEdit edit in file)
        {
            json.WriteStartObject();
            WriteDeletedRegion(json, edit.Span);
            json.WriteStartObject("insertedContent");
            json.Block("text", edit.Replacement);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDeletedRegion(Utf8JsonWriter json, Span span)
    {
        json.WriteStartObject("deletedRegion");
        FindingJson.WriteSpan(json, span);
        json.WriteEndObject();
    }
}
