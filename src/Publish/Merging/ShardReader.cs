using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Merging;

/// <summary>Reads a report with all that merging hands on, and trusts as little in it as <see cref="ReportReader"/>.</summary>
internal static class ShardReader
{
    /// <summary>The numbers of a summary, in the order in which reports have them.</summary>
    public static readonly ImmutableArray<string> Counts =
    [
        "environments", "resources", "policies", "subjects", "pass", "fail", "waived", "error", "notApplicable", "vacuousPolicies",
        "findings", "files", "filesSetAside",
    ];

    public static Shard Read(ReportFile file)
    {
        ShardParts? parts = null;
        ReceivedReport report = ReportReader.ReadFile(file.Path, (root, received) => parts = ReadParts(root, received));
        return new()
        {
            Name = file.Name,
            IsThere = File.Exists(file.Path),
            Report = report,
            Parts = report.Problems.IsEmpty ? parts : null,
        };
    }

    private static ShardParts? ReadParts(JsonPlace root, ReceivedReport report)
    {
        if (!CleanJson.IsWhole(root.Element))
        {
            root.Problem("has a text that is none: half a character, or no UTF-8");
            return null;
        }

        // The document ends with the reading; what is handed on must not.
        JsonPlace kept = root.Kept();
        return new()
        {
            Digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CleanJson.TextOf(kept.Element)))),
            Profile = kept.Text("profile", ReceivedLimits.ShortText),
            ToolVersion = kept.Text("toolVersion", ReceivedLimits.ShortText),
            Summary = Counts.ToImmutableDictionary(name => name, name => kept.Object("summary").Number(name)),
            Isolation = kept.Find("isolation") is { } isolation ? ReadIsolation(isolation) : null,
            Environments = [.. kept.Items("environments", ReceivedLimits.Items).Select(ReadEnvironment)],
            Policies = [.. kept.Items("policies", ReceivedLimits.Items).Zip(report.Policies, ReadPolicy)],
            Findings = [.. kept.Items("findings", ReceivedLimits.Items).Zip(report.Findings, ReadFinding)],
            Fixed = report.Comparison is { } comparison
                ? [.. kept.Object("comparison").Items("fixed", ReceivedLimits.Items).Zip(comparison.Fixed, ReadFinding)]
                : [],
            FilesSetAside = [.. kept.Items("filesSetAside", ReceivedLimits.Items).Select(file => ReadEntry(file, "file"))],
            Clusters = kept.Find("clusters") is null
                ? null
                : [.. kept.Items("clusters", ReceivedLimits.Items).Select(cluster => ReadEntry(cluster, "context"))],
            Verdicts = kept.Find("verdicts") is null
                ? null
                : [.. kept.Items("verdicts", ReceivedLimits.Verdicts).Select(verdict => verdict.Element)],
        };
    }

    private static IsolationSummary ReadIsolation(JsonPlace json) => new(
        [.. json.Items("applied", ReceivedLimits.Texts).Select(measure => measure.Line(ReceivedLimits.ShortText))],
        [
            .. json.Items("missing", ReceivedLimits.Texts).Select(missing => new MissingIsolation(
                missing.Text("measure", ReceivedLimits.ShortText), missing.Text("reason", ReceivedLimits.LongText))),
        ]);

    private static EnvironmentSummary ReadEnvironment(JsonPlace json) => new(
        json.Text("name", ReceivedLimits.ShortText), json.Text("descriptor", ReceivedLimits.ShortText), json.Number("resources"));

    private static PolicyTally ReadPolicy(JsonPlace json, ReceivedPolicy counts) => new(
        json.Text("title", ReceivedLimits.LongText),
        FindingReader.SeverityOf(json, "severity"),
        [.. json.Items("controls", ReceivedLimits.Texts).Select(control => control.Line(ReceivedLimits.ShortText))],
        counts);

    private static FindingEntry ReadFinding(JsonPlace json, ReceivedFinding finding) =>
        new(finding, json.Element, CleanJson.TextOf(json.Element));

    private static Entry ReadEntry(JsonPlace json, string key) =>
        new(json.Text(key, ReceivedLimits.ShortText), json.Element, CleanJson.TextOf(json.Element));
}
