using System.Text.Json;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using PolicyGate.Texts;

namespace PolicyGate.Report.Json;

/// <summary>A finding in the JSON report.</summary>
internal static class FindingJson
{
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.Text("policy", finding.Policy);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("verdict", finding.Verdict.Name());
        json.WriteString("reasonCode", finding.Code?.Name());
        json.Text("message", finding.Message);
        json.Text("environment", finding.Environment);
        WriteResource(json, finding.Resource);
        WriteLocation(json, finding.Location);
        json.Text("fingerprint", finding.Fingerprint);
        json.Texts("controls", finding.Controls);
        json.Block("remediation", finding.Remediation);
        WriteFix(json, finding.Fix);
        WriteWaiver(json, finding.Waiver);
        json.WriteString("standing", finding.Standing.Name());
        if (finding.Side is { } side)
        {
            json.WriteString("side", side.Name());
        }

        json.WriteEndObject();
    }

    public static void WriteResource(Utf8JsonWriter json, ResourceReference? resource)
    {
        if (resource is null)
        {
            json.WriteNull("resource");
            return;
        }

        json.WriteStartObject("resource");
        json.Text("apiVersion", resource.ApiVersion);
        json.Text("kind", resource.Kind);
        json.Text("namespace", resource.Namespace);
        json.Text("name", resource.Name);
        json.WriteEndObject();
    }

    public static void WriteSpan(Utf8JsonWriter json, Span span)
    {
        json.WriteNumber("startLine", span.StartLine);
        json.WriteNumber("startColumn", span.StartColumn);
        json.WriteNumber("endLine", span.EndLine);
        json.WriteNumber("endColumn", span.EndColumn);
    }

    private static void WriteLocation(Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject("location");
        json.Text("file", location.File);
        json.Text("path", location.Path);
        WriteSpan(json, location.Span);
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, Fix? fix)
    {
        if (fix is null)
        {
            json.WriteNull("fix");
            return;
        }

        json.WriteStartObject("fix");
        json.WriteString("operation", fix.Operation.Name());
        json.Text("file", fix.Place.File);
        json.WriteNumber("document", fix.Place.Document);
        json.Text("path", fix.Place.ToString());
        json.WritePropertyName("value");
        WriteValue(json, fix.Value);
        WriteEdits(json, fix);
        json.WriteEndObject();
    }

    private static void WriteEdits(Utf8JsonWriter json, Fix fix)
    {
        json.WriteStartArray("edits");
        foreach (TextEdit edit in fix.Edits)
        {
            json.WriteStartObject();
            json.Text("file", edit.File);
            WriteSpan(json, edit.Span);
            json.Block("replacement", edit.Replacement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, FixValue value)
    {
        switch (value)
        {
            case FixValue.Text text:
                json.WriteStringValue(VisibleText.Block(text.Value));
                break;
            case FixValue.List list:
                json.WriteStartArray();
                foreach (FixValue item in list.Items)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case FixValue.Map map:
                json.WriteStartObject();
                foreach ((string key, FixValue field) in map.Fields)
                {
                    json.WritePropertyName(VisibleText.Line(key));
                    WriteValue(json, field);
                }

                json.WriteEndObject();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }

    private static void WriteWaiver(Utf8JsonWriter json, Waiver? waiver)
    {
        if (waiver is null)
        {
            json.WriteNull("waiver");
            return;
        }

        json.WriteStartObject("waiver");
        json.Text("name", waiver.Name);
        json.Block("reason", waiver.Reason);
        json.Text("ticket", waiver.Ticket);
        json.Text("owner", waiver.Owner);
        json.Text("approver", waiver.Approver);
        json.WriteString("expires", Words.Day(waiver.Expires));
        json.Text("file", waiver.Location.File);
        json.WriteEndObject();
    }
}
