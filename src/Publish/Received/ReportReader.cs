using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Publish.Received;

/// <summary>
/// Reads the JSON report of <c>check</c> and trusts nothing in it. Whatever is wrong makes the gate inconclusive: a report
/// is never the better for being broken.
/// </summary>
public static class ReportReader
{
    private const int SchemaVersion = 1;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Reads a file; one that is missing, unreadable or too large gives a report that says so.</summary>
    public static ReceivedReport ReadFile(string path) => ReadFile(path, NothingMore);

    /// <summary>The same, with more to be read from the same document, whose problems are the report's.</summary>
    internal static ReceivedReport ReadFile(string path, Action<JsonPlace, ReceivedReport> more)
    {
        try
        {
            FileInfo file = new(path);
            return file switch
            {
                { Exists: false } => ReceivedReport.Without(
                    "there is no report: the run before this wrote none, because it failed, ran out of time or was cancelled"),
                { Length: > ReceivedLimits.ReportBytes } => ReceivedReport.Without(
                    $"the report is larger than {ReceivedLimits.ReportBytes / (1024 * 1024)} MB; write it without --all-verdicts"),
                _ => Read(File.ReadAllBytes(path), more),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ReceivedReport.Without($"the report cannot be read ({exception.GetType().Name})");
        }
    }

    public static ReceivedReport Read(ReadOnlyMemory<byte> utf8) => Read(utf8, NothingMore);

    private static ReceivedReport Read(ReadOnlyMemory<byte> utf8, Action<JsonPlace, ReceivedReport> more)
    {
        ReportProblems problems = new();
        try
        {
            using JsonDocument document = JsonDocument.Parse(WithoutMark(utf8), Strict);
            JsonPlace root = JsonPlace.Root(document.RootElement, problems);
            ReceivedReport report = Read(root, problems);
            if (!report.IsUnreadable)
            {
                more(root, report);
            }

            return problems.Count == 0 ? report : report with { Gate = Gate.Inconclusive, Problems = problems.Told };
        }
        catch (JsonException exception)
        {
            string line = ((exception.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            return ReceivedReport.Without($"the report is no JSON from line {line} on: it was cut off or is something else");
        }
    }

    private static void NothingMore(JsonPlace root, ReceivedReport report)
    {
    }

    private static ReceivedReport Read(JsonPlace json, ReportProblems problems)
    {
        if (!json.IsObject || json.Number("schemaVersion") != SchemaVersion)
        {
            return ReceivedReport.Without("the report is not of schema version 1, the only one that is known here");
        }

        ReceivedReport report = new()
        {
            Gate = json.Word("gate", Gate.Inconclusive, ("open", Gate.Open), ("closed", Gate.Closed), ("inconclusive", Gate.Inconclusive)),
            Now = json.OptionalInstant("now"),
            FailOn = json.Find("failOn") is null ? Severity.Low : FindingReader.SeverityOf(json, "failOn"),
            Commit = json.OptionalText("headSha", ReceivedLimits.ShortText),
            Summary = ReadSummary(json.Object("summary")),
            Families = [.. json.OptionalItems("families", ReceivedLimits.Items).Select(ReadFamily)],
            Policies = [.. json.Items("policies", ReceivedLimits.Items).Select(ReadPolicy)],
            Findings = [.. json.Items("findings", ReceivedLimits.Items).Select(FindingReader.Read)],
            Comparison = json.Find("comparison") is { } comparison ? ReadComparison(comparison) : null,
            Passes = ReadPasses(json),
            Clusters = [.. json.OptionalItems("clusters", ReceivedLimits.Items).Select(ClusterReader.Read)],
        };
        CheckSense(report, json.Object("summary"), problems);
        return report;
    }

    private static ReceivedSummary ReadSummary(JsonPlace json) => new()
    {
        Environments = json.Number("environments"),
        Resources = json.Number("resources"),
        Policies = json.Number("policies"),
        Subjects = json.Number("subjects"),
    };

    private static ReceivedFamily ReadFamily(JsonPlace json) => new(
        json.Text("environment", ReceivedLimits.ShortText),
        json.Text("family", ReceivedLimits.ShortText),
        json.Number("judged"),
        json.Number("pass"),
        json.Number("findings"),
        json.Number("waived"));

    private static ReceivedPolicy ReadPolicy(JsonPlace json) => new(
        json.Text("id", ReceivedLimits.ShortText),
        json.Number("pass"),
        json.Number("fail"),
        json.Number("waived"),
        json.Number("error"),
        json.Number("notApplicable"));

    private static ReceivedComparison ReadComparison(JsonPlace json) => new(
        json.Text("revision", ReceivedLimits.ShortText),
        json.Number("introduced"),
        json.Number("unchanged"),
        [.. json.Items("fixed", ReceivedLimits.Items).Select(FindingReader.Read)],
        [.. json.Items("unaffectedEnvironments", ReceivedLimits.Items).Select(name => name.Line(ReceivedLimits.ShortText))]);

    private static ImmutableArray<ReceivedPass> ReadPasses(JsonPlace json)
    {
        Dictionary<string, int> kept = new(StringComparer.Ordinal);
        List<ReceivedPass> passes = [];
        foreach (JsonPlace verdict in json.OptionalItems("verdicts", ReceivedLimits.Verdicts).Where(one => one.Says("verdict", "pass")))
        {
            string policy = verdict.Text("policy", ReceivedLimits.ShortText);
            kept[policy] = kept.GetValueOrDefault(policy) + 1;
            if (kept[policy] <= ReceivedLimits.PassesPerPolicy)
            {
                passes.Add(new(policy, verdict.Text("subject", ReceivedLimits.ShortText), ReadEvidence(verdict)));
            }
        }

        return [.. passes];
    }

    private static Evidence? ReadEvidence(JsonPlace verdict)
    {
        JsonPlace? seen = verdict.OptionalItems("evidence", ReceivedLimits.Items).FirstOrDefault();
        return seen is null
            ? null
            : new(
                new Location(FindingReader.FileOf(seen), "", FindingReader.SpanOf(seen)),
                seen.Text("path", ReceivedLimits.ShortText),
                seen.Text("value", ReceivedLimits.ShortText));
    }

    /// <summary>A gate that its own findings contradict, or findings that are not all there.</summary>
    private static void CheckSense(ReceivedReport report, JsonPlace summary, ReportProblems problems)
    {
        if (summary.Find("findings") is not null && summary.Number("findings") != report.Findings.Length)
        {
            problems.Add("the report does not have as many findings as its summary says");
        }

        bool isShut = report.Standing.Any(finding => finding.Verdict == Outcome.Error || finding.Severity >= report.FailOn);
        if (report.Gate == Gate.Open && isShut)
        {
            problems.Add("the report says that the gate is open, and its findings say that it is not");
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
