using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report.Json;

/// <summary>The report for programs. Fields may be added; a change to existing ones raises the schema version.</summary>
public sealed class JsonReport : IReport
{
    private const int SchemaVersion = 1;

    public string Format => "json";

    public void Write(Assessment assessment, ReportContext context, TextWriter output)
    {
        using JsonOutput report = new(output);
        Utf8JsonWriter json = report.Json;
        json.WriteStartObject();
        WriteRun(json, assessment, context);
        WriteSummary(json, assessment);
        WriteEnvironments(json, assessment);
        WriteEach(report, "policies", assessment.Policies, WritePolicy);
        WriteEach(report, "findings", assessment.Findings, FindingJson.Write);
        WriteComparison(report, assessment.Comparison);
        if (assessment.Clusters is { } clusters)
        {
            WriteEach(report, "clusters", clusters, ClusterJson.Write);
        }

        WriteEach(report, "filesSetAside", assessment.Files.Where(file => file.SetAside.Length > 0), WriteFile);
        if (context.AllVerdicts)
        {
            WriteEach(report, "families", FamilyTally.Of(assessment), WriteFamily);
            WriteEach(report, "verdicts", assessment.Judgements, VerdictJson.Write);
        }

        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, Assessment assessment, ReportContext context)
    {
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("gate", assessment.Gate.Name());
        json.WriteString("now", Wording.Instant(assessment.Now));
        json.WriteString("failOn", assessment.FailOn.Name());
        json.Text("profile", assessment.Profile);
        json.Text("toolVersion", context.ToolVersion);
        if (context.Commit is { } commit)
        {
            json.Text("headSha", commit);
        }

        WriteIsolation(json, assessment.Isolation);
    }

    private static void WriteIsolation(Utf8JsonWriter json, IsolationSummary? isolation)
    {
        if (isolation is null)
        {
            json.WriteNull("isolation");
            return;
        }

        json.WriteStartObject("isolation");
        json.Texts("applied", isolation.Applied);
        json.WriteStartArray("missing");
        foreach (MissingIsolation missing in isolation.Missing)
        {
            json.WriteStartObject();
            json.Text("measure", missing.Measure);
            json.Text("reason", missing.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSummary(Utf8JsonWriter json, Assessment assessment)
    {
        Totals totals = new(assessment);
        json.WriteStartObject("summary");
        json.WriteNumber("environments", assessment.Environments.Length);
        json.WriteNumber("resources", assessment.Resources);
        json.WriteNumber("policies", assessment.Policies.Length);
        json.WriteNumber("subjects", assessment.Policies.Sum(policy => policy.Subjects));
        json.WriteNumber("pass", totals.Pass);
        json.WriteNumber("fail", totals.Fail);
        json.WriteNumber("waived", totals.Waived);
        json.WriteNumber("error", totals.Error);
        json.WriteNumber("notApplicable", totals.NotApplicable);
        json.WriteNumber("vacuousPolicies", totals.Vacuous);
        json.WriteNumber("findings", assessment.Findings.Length);
        json.WriteNumber("files", assessment.Files.Length);
        json.WriteNumber("filesSetAside", totals.SetAside);
        json.WriteEndObject();
    }

    private static void WriteFamily(Utf8JsonWriter json, FamilyTally tally)
    {
        json.WriteStartObject();
        json.Text("environment", tally.Environment);
        json.Text("family", tally.Family);
        json.WriteNumber("judged", tally.Judged);
        json.WriteNumber("pass", tally.Passed);
        json.WriteNumber("findings", tally.Findings);
        json.WriteNumber("waived", tally.Waived);
        json.WriteEndObject();
    }

    private static void WriteComparison(JsonOutput report, BaselineComparison? comparison)
    {
        if (comparison is null)
        {
            report.Json.WriteNull("comparison");
            return;
        }

        report.Json.WriteStartObject("comparison");
        report.Json.WriteString("revision", comparison.Revision);
        report.Json.WriteNumber("introduced", comparison.Introduced);
        report.Json.WriteNumber("unchanged", comparison.Unchanged);
        WriteEach(report, "fixed", comparison.Fixed, FindingJson.Write);
        report.Json.Texts("unaffectedEnvironments", comparison.Unaffected);
        report.Json.WriteEndObject();
    }

    private static void WriteEnvironments(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteStartArray("environments");
        foreach (EnvironmentSummary environment in assessment.Environments)
        {
            json.WriteStartObject();
            json.Text("name", environment.Name);
            json.Text("descriptor", environment.Descriptor);
            json.WriteNumber("resources", environment.Resources);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePolicy(Utf8JsonWriter json, PolicySummary policy)
    {
        json.WriteStartObject();
        json.Text("id", policy.Id);
        json.Text("title", policy.Title);
        json.WriteString("severity", policy.Severity.Name());
        json.Texts("controls", policy.Controls);
        json.WriteNumber("pass", policy.Pass);
        json.WriteNumber("fail", policy.Fail);
        json.WriteNumber("waived", policy.Waived);
        json.WriteNumber("error", policy.Error);
        json.WriteNumber("notApplicable", policy.NotApplicable);
        json.WriteBoolean("vacuous", policy.IsVacuous);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, FileAccount file)
    {
        json.WriteStartObject();
        json.Text("file", file.File);
        json.WriteNumber("documents", file.Documents);
        json.Text("reason", file.SetAside);
        json.WriteEndObject();
    }

    private static void WriteEach<T>(
        JsonOutput report, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        report.Json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(report.Json, item);
            report.Drain();
        }

        report.Json.WriteEndArray();
    }
}
