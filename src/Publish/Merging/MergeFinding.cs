using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Merging;

/// <summary>What is wrong with the reports themselves: nobody can say that all is well while it is.</summary>
/// <param name="Id"><c>report/…</c>.</param>
/// <param name="Message">What, naming the file.</param>
/// <param name="Remediation">What to do.</param>
internal sealed record MergeFinding(string Id, string Message, string Remediation)
{
    /// <summary>As the reports' own findings are.</summary>
    public FindingEntry ToEntry()
    {
        ReceivedFinding finding = new()
        {
            Policy = Id,
            Severity = Severity.High,
            Verdict = Outcome.Error,
            Message = Message,
            Environment = "",
            Resource = null,
            Location = Location.None,
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}\0{Message}")).AsSpan(0, 16)),
            Controls = [],
            Advice = Remediation,
            Edits = [],
            Waiver = null,
            Standing = Standing.Counts,
        };
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            Write(json, finding);
        }

        using JsonDocument document = JsonDocument.Parse(bytes.ToArray());
        JsonElement element = document.RootElement.Clone();
        return new(finding, element, CleanJson.TextOf(element));
    }

    private static void Write(Utf8JsonWriter json, ReceivedFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("policy", finding.Policy);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("verdict", "error");
        json.WriteNull("reasonCode");
        json.WriteString("message", VisibleText.Line(finding.Message));
        json.WriteString("environment", finding.Environment);
        json.WriteNull("resource");
        WriteNowhere(json);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteStartArray("controls");
        json.WriteEndArray();
        json.WriteString("remediation", VisibleText.Line(finding.Advice));
        json.WriteNull("fix");
        json.WriteNull("waiver");
        json.WriteString("standing", "counts");
        json.WriteEndObject();
    }

    /// <summary>Files of reports are not files of the repository, and no line of it is at fault.</summary>
    private static void WriteNowhere(Utf8JsonWriter json)
    {
        json.WriteStartObject("location");
        json.WriteString("file", "");
        json.WriteString("path", "");
        json.WriteNumber("startLine", 1);
        json.WriteNumber("startColumn", 1);
        json.WriteNumber("endLine", 1);
        json.WriteNumber("endColumn", 1);
        json.WriteEndObject();
    }
}
