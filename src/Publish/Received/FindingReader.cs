using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Publish.Received;

/// <summary>Reads one finding.</summary>
internal static class FindingReader
{
    public static ReceivedFinding Read(JsonPlace json) => new()
    {
        Policy = json.Text("policy", ReceivedLimits.ShortText),
        Severity = SeverityOf(json, "severity"),
        Verdict = json.Word("verdict", Outcome.Error, ("fail", Outcome.Fail), ("error", Outcome.Error)),
        Message = json.Text("message", ReceivedLimits.LongText),
        Environment = json.Text("environment", ReceivedLimits.ShortText),
        Resource = json.Find("resource") is { } resource ? ReadResource(resource) : null,
        Location = ReadLocation(json.Object("location")),
        Fingerprint = json.Text("fingerprint", ReceivedLimits.ShortText),
        Controls =
        [
            .. json.OptionalItems("controls", ReceivedLimits.Texts).Select(control => control.Line(ReceivedLimits.ShortText)),
        ],
        Advice = ReadAdvice(json),
        Edits = json.Find("fix") is { } fix ? ReadEdits(fix) : [],
        Waiver = json.Find("waiver") is { } waiver ? ReadWaiver(waiver) : null,
        Standing = json.Find("standing") is null
            ? Standing.Counts
            : json.Word(
                "standing",
                Standing.Counts,
                ("counts", Standing.Counts),
                ("known-before", Standing.KnownBefore),
                ("outside-change", Standing.OutsideChange)),
    };

    /// <summary>The worst when the report does not tell.</summary>
    public static Severity SeverityOf(JsonPlace json, string name) => json.Word(
        name,
        Severity.Critical,
        ("low", Severity.Low),
        ("medium", Severity.Medium),
        ("high", Severity.High),
        ("critical", Severity.Critical));

    /// <summary>A path that leads out of the repository is a problem, and no file is named.</summary>
    public static string FileOf(JsonPlace json)
    {
        string file = json.Text("file", ReceivedLimits.ShortText);
        if (RepositoryPath.IsWithin(file))
        {
            return file;
        }

        json.Problem("names a file outside the repository");
        return "";
    }

    public static Span SpanOf(JsonPlace json)
    {
        int line = json.Number("startLine", least: 1);
        int column = json.Number("startColumn", least: 1);
        Span span = new(line, column, json.Number("endLine", least: 1), json.Number("endColumn", least: 1));
        if ((span.EndLine, span.EndColumn).CompareTo((line, column)) >= 0)
        {
            return span;
        }

        json.Problem("ends before it starts");
        return new(line, column, line, column);
    }

    private static Location ReadLocation(JsonPlace json) =>
        new(FileOf(json), json.Text("path", ReceivedLimits.ShortText), SpanOf(json));

    private static ResourceReference ReadResource(JsonPlace json) => new(
        json.Text("apiVersion", ReceivedLimits.ShortText),
        json.Text("kind", ReceivedLimits.ShortText),
        json.Text("namespace", ReceivedLimits.ShortText),
        json.Text("name", ReceivedLimits.ShortText));

    /// <summary>Its fix in a sentence, else what its policy advises.</summary>
    private static string ReadAdvice(JsonPlace json)
    {
        if (json.Find("fix") is not { } fix)
        {
            return json.OptionalText("remediation", ReceivedLimits.LongText);
        }

        string path = fix.Text("path", ReceivedLimits.ShortText);
        string value = fix.Find("value")?.Summary(ReceivedLimits.ShortText) ?? "";
        string shown = value.Length > 0 ? value : "''";
        return fix.Word(
            "operation", "", ("set", $"set {path} to {shown}"), ("remove", $"remove {path}"), ("append", $"append {shown} to {path}"));
    }

    private static ImmutableArray<TextEdit> ReadEdits(JsonPlace fix) =>
        [.. fix.OptionalItems("edits", ReceivedLimits.Texts).Select(ReadEdit).OfType<TextEdit>()];

    /// <summary>Null for one that is too long to be suggested.</summary>
    private static TextEdit? ReadEdit(JsonPlace json)
    {
        TextEdit edit = new(FileOf(json), SpanOf(json), VisibleText.Block(json.RawText("replacement")));
        return edit.Replacement.Length <= ReceivedLimits.Replacement ? edit : null;
    }

    private static ReceivedWaiver ReadWaiver(JsonPlace json) => new(
        json.Text("name", ReceivedLimits.ShortText),
        json.Text("reason", ReceivedLimits.LongText),
        json.Text("ticket", ReceivedLimits.ShortText),
        json.Text("owner", ReceivedLimits.ShortText),
        json.Text("approver", ReceivedLimits.ShortText),
        ReadDay(json));

    private static DateOnly ReadDay(JsonPlace json)
    {
        string day = json.Text("expires", ReceivedLimits.ShortText);
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly expires))
        {
            return expires;
        }

        json.Problem("has an 'expires' that is no day");
        return DateOnly.MinValue;
    }
}
