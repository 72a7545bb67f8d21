using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Merging;

/// <summary>Writes a merged report in the form of the JSON report of a single run.</summary>
internal static class MergedJson
{
    private const int SchemaVersion = 1;

    public static void Write(Utf8JsonWriter json, MergedContent report)
    {
        json.WriteStartObject();
        WriteRun(json, report);
        WriteIsolation(json, report.Isolation);
        WriteSummary(json, report.Summary);
        WriteEach(json, "environments", report.Environments, WriteEnvironment);
        WriteEach(json, "policies", report.Policies, WritePolicy);
        WriteEach(json, "findings", report.Findings, WriteFinding);
        WriteComparison(json, report.Comparison);
        if (report.Clusters is { } clusters)
        {
            WriteEach(json, "clusters", clusters, WriteEntry);
        }

        WriteEach(json, "filesSetAside", report.FilesSetAside, WriteEntry);
        WriteVerdicts(json, report);
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, MergedContent report)
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("gate", report.Gate.Name());
        if (report.Now is { } now)
        {
            json.WriteString("now", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        json.WriteString("failOn", report.FailOn.Name());
        json.WriteString("profile", report.Profile);
        json.WriteString("toolVersion", report.ToolVersion);
        if (report.Commit.Length > 0)
        {
            json.WriteString("headSha", report.Commit);
        }
    }

    private static void WriteIsolation(Utf8JsonWriter json, IsolationSummary? isolation)
    {
        if (isolation is null)
        {
            json.WriteNull("isolation");
            return;
        }

        json.WriteStartObject("isolation");
        WriteEach(json, "applied", isolation.Applied, WriteText);
        WriteEach(json, "missing", isolation.Missing, WriteMissing);
        json.WriteEndObject();
    }

    private static void WriteMissing(Utf8JsonWriter json, MissingIsolation missing)
    {
        json.WriteStartObject();
        json.WriteString("measure", missing.Measure);
        json.WriteString("reason", missing.Reason);
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, ImmutableDictionary<string, int> summary)
    {
        json.WriteStartObject("summary");
        foreach (string name in ShardReader.Counts)
        {
            json.WriteNumber(name, summary[name]);
        }

        json.WriteEndObject();
    }

    private static void WriteEnvironment(Utf8JsonWriter json, EnvironmentSummary environment)
    {
        json.WriteStartObject();
        json.WriteString("name", environment.Name);
        json.WriteString("descriptor", environment.Descriptor);
        json.WriteNumber("resources", environment.Resources);
        json.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter json, PolicyTally policy)
    {
        json.WriteStartObject();
        json.WriteString("id", policy.Counts.Id);
        json.WriteString("title", policy.Title);
        json.WriteString("severity", policy.Severity.Name());
        WriteEach(json, "controls", policy.Controls, WriteText);
        json.WriteNumber("pass", policy.Counts.Pass);
        json.WriteNumber("fail", policy.Counts.Fail);
        json.WriteNumber("waived", policy.Counts.Waived);
        json.WriteNumber("error", policy.Counts.Error);
        json.WriteNumber("notApplicable", policy.Counts.NotApplicable);
        json.WriteBoolean("vacuous", policy.Counts.Judged == 0);
        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, MergedComparison? comparison)
    {
        if (comparison is null)
        {
            json.WriteNull("comparison");
            return;
        }

        json.WriteStartObject("comparison");
        json.WriteString("revision", comparison.Revision);
        json.WriteNumber("introduced", comparison.Introduced);
        json.WriteNumber("unchanged", comparison.Unchanged);
        WriteEach(json, "fixed", comparison.Fixed, WriteFinding);
        WriteEach(json, "unaffectedEnvironments", comparison.Unaffected, WriteText);
        json.WriteEndObject();
    }

    private static void WriteVerdicts(Utf8JsonWriter json, MergedContent report)
    {
        if (report is { Families: { } families, Verdicts: { } verdicts })
        {
            WriteEach(json, "families", families, WriteFamily);
            WriteEach(json, "verdicts", verdicts, CleanJson.Write);
        }
    }

    private static void WriteFamily(Utf8JsonWriter json, ReceivedFamily family)
    {
        json.WriteStartObject();
        json.WriteString("environment", family.Environment);
        json.WriteString("family", family.Family);
        json.WriteNumber("judged", family.Judged);
        json.WriteNumber("pass", family.Passed);
        json.WriteNumber("findings", family.Findings);
        json.WriteNumber("waived", family.Waived);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, FindingEntry finding) => CleanJson.Write(json, finding.Json);

    private static void WriteEntry(Utf8JsonWriter json, Entry entry) => CleanJson.Write(json, entry.Json);

    private static void WriteText(Utf8JsonWriter json, string text) => json.WriteStringValue(VisibleText.Line(text));

    private static void WriteEach<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
