using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Report.Json;

namespace PolicyGate.Report.Sarif;

/// <summary>
/// SARIF 2.1.0 in one run, as code scanning takes it
/// (<see href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">standard</see>).
/// </summary>
public sealed class SarifReport : IReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    public string Format => "sarif";

    public void Write(Assessment assessment, ReportContext context, TextWriter output)
    {
        SarifSelection selection = SarifSelection.Of(assessment);
        ImmutableArray<SarifRule> rules = SarifRule.Of(assessment, selection.Shown);
        using JsonOutput report = new(output);
        Utf8JsonWriter json = report.Json;
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(report, rules, context);
        WriteInvocation(json, assessment, selection);
        WriteRoot(json);
        WriteResults(report, rules, selection);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTool(JsonOutput report, ImmutableArray<SarifRule> rules, ReportContext context)
    {
        Utf8JsonWriter json = report.Json;
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "PolicyGate");
        json.Text("version", context.ToolVersion);
        json.WriteStartArray("rules");
        foreach (SarifRule rule in rules)
        {
            rule.Write(json);
            report.Drain();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, Assessment assessment, SarifSelection selection)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", assessment.Gate != Gate.Inconclusive);
        json.WriteStartArray("toolExecutionNotifications");
        foreach ((string level, string text) in selection.Notices)
        {
            json.WriteStartObject();
            json.WriteString("level", level);
            WriteMessage(json, "message", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRoot(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifResult.Root);
        WriteMessage(json, "description", "The root of the repository.");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResults(JsonOutput report, ImmutableArray<SarifRule> rules, SarifSelection selection)
    {
        Dictionary<string, int> indexes = rules.Index().ToDictionary(rule => rule.Item.Id, rule => rule.Index);
        report.Json.WriteStartArray("results");
        foreach (PlacedFinding placed in selection.Shown)
        {
            SarifResult.Write(report.Json, placed, indexes[placed.Finding.Policy]);
            report.Drain();
        }

        report.Json.WriteEndArray();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.Text("text", text);
        json.WriteEndObject();
    }
}
