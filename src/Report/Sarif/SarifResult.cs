using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using PolicyGate.Report.Json;
using PolicyGate.Texts;

namespace PolicyGate.Report.Sarif;

/// <summary>A finding as a SARIF result.</summary>
internal static class SarifResult
{
    /// <summary>The usual name for the directory of the checkout.</summary>
    public const string Root = "%SRCROOT%";

    public static void Write(Utf8JsonWriter json, PlacedFinding placed, int ruleIndex)
    {
        Finding finding = placed.Finding;
        json.WriteStartObject();
        json.Text("ruleId", finding.Policy);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding));
        WriteText(json, "message", WithoutLinks(finding.Message));
        WriteLocations(json, placed);
        WriteFingerprints(json, finding);
        WriteSuppressions(json, finding.Waiver);
        if (finding.Standing == Standing.KnownBefore)
        {
            json.WriteString("baselineState", "unchanged");
        }

        if (finding.Fix is { Edits.IsEmpty: false } fix)
        {
            SarifFix.Write(json, fix);
        }

        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    public static string Level(Finding finding) =>
        finding.Verdict == Outcome.Error ? "error" : Level(finding.Severity);

    public static string Level(Severity severity) => severity switch
    {
        Severity.Critical or Severity.High => "error",
        Severity.Medium => "warning",
        Severity.Low => "note",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    public static void WriteArtifact(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", ArtifactUri.Of(file));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
    }

    /// <summary>A message may hold links, <c>[text](target)</c>; a backslash makes a bracket plain (3.11.6).</summary>
    private static string WithoutLinks(string text) =>
        text.Contains("](", StringComparison.Ordinal)
            ? text.Replace(@"\", @"\\", StringComparison.Ordinal)
                .Replace("[", @"\[", StringComparison.Ordinal)
                .Replace("]", @"\]", StringComparison.Ordinal)
            : text;

    private static void WriteLocations(Utf8JsonWriter json, PlacedFinding placed)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, placed.Place.File);
        WriteRegion(json, placed.Place.Span);
        json.WriteEndObject();
        WriteLogicalLocation(json, placed);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, Span span)
    {
        PlainRegion region = PlainRegion.Of(span);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", region.StartLine);
        json.WriteNumber("startColumn", region.StartColumn);
        json.WriteNumber("endLine", region.EndLine);
        if (region.EndColumn is { } endColumn)
        {
            json.WriteNumber("endColumn", endColumn);
        }

        json.WriteEndObject();
    }

    private static void WriteLogicalLocation(Utf8JsonWriter json, PlacedFinding placed)
    {
        string resource = placed.Finding.Resource?.ToString() ?? "";
        string path = placed.Finding.Location.Path;
        if (resource.Length + path.Length == 0)
        {
            return;
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.Text("fullyQualifiedName", $"{resource} {path}".Trim());
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>
    /// GitHub knows an alert again by <c>primaryLocationLineHash</c> alone. Ours goes there: it does not change when
    /// lines move.
    /// </summary>
    private static void WriteFingerprints(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("partialFingerprints");
        json.Text("primaryLocationLineHash", finding.Fingerprint);
        json.Text("policyGateFingerprint/v1", finding.Fingerprint);
        json.WriteEndObject();
    }

    /// <summary>Written when empty too: results with and without the property are not to be mixed (3.27.23).</summary>
    private static void WriteSuppressions(Utf8JsonWriter json, Waiver? waiver)
    {
        json.WriteStartArray("suppressions");
        if (waiver is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.Text("justification", Justification(waiver));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Justification(Waiver waiver) =>
        $"{Wording.Unwrapped(waiver.Reason)} (waiver {waiver.Name}, ticket {waiver.Ticket}, owner {waiver.Owner}, "
        + $"approved by {waiver.Approver} until {Words.Day(waiver.Expires)})";

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("verdict", finding.Verdict.Name());
        json.Text("environment", finding.Environment);
        json.Texts("controls", finding.Controls);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.Text("text", text);
        json.WriteEndObject();
    }
}
