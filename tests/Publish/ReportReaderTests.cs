using System.Text;
using System.Text.Json.Nodes;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Tests;

/// <summary>Whatever is wrong with a report, it does not open the gate, and it is said where.</summary>
public class ReportReaderTests
{
    [Fact]
    public void A_report_without_findings_is_open() => Reports.Read(Reports.Json(0)).Gate.ShouldBe(Gate.Open);

    public static TheoryData<string, string, string> Damages => new()
    {
        { "schemaVersion", "2", "schema version" },
        { "gate", "\"ajar\"", "gate is none of the words" },
        { "gate", "null", "gate is none of the words" },
        { "findings", "{}", "findings is no list" },
        { "findings", "null", "findings is no list" },
        { "policies", "[{}]", "policies[0].id is no text" },
        { "policies", "[3]", "policies[0].id is no text" },
        { "summary", "[]", "summary is no object" },
        { "summary", """{"environments":-1,"resources":1,"policies":1,"subjects":1}""", "summary.environments is no whole number" },
        { "summary", """{"environments":1.5,"resources":1,"policies":1,"subjects":1}""", "summary.environments is no whole number" },
        { "summary", """{"environments":1e99,"resources":1,"policies":1,"subjects":1}""", "summary.environments is no whole number" },
        { "summary", """{"environments":1,"resources":1,"policies":1,"subjects":1,"findings":9}""", "as many findings" },
        { "now", "\"yesterday\"", "now" },
        { "failOn", "\"none\"", "failOn is none of the words" },
        { "comparison", "{}", "comparison.revision is no text" },
        { "families", "[{}]", "families[0].environment is no text" },
        { "clusters", "{}", "clusters is no list" },
        { "clusters", "[{}]", "clusters[0].context is no text" },
        { "clusters", """[{"context":"a","objects":1,"kindsRead":1,"kindsUnknown":[],"complete":1}]""", "clusters[0].complete is neither" },
        { "clusters", """[{"context":"a","takenAt":"today"}]""", "clusters[0] has a 'takenAt' that is no instant" },
        { "verdicts", """[{"verdict":"pass"}]""", "verdicts[0].policy is no text" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void A_damaged_field_is_told_with_its_place(string field, string value, string expected)
    {
        JsonObject json = Reports.Json(0);
        json[field] = JsonNode.Parse(value);
        ReceivedReport report = Reports.Read(json);
        report.Gate.ShouldBe(Gate.Inconclusive);
        string.Join('\n', report.Problems).ShouldContain(expected);
    }

    [Theory]
    [InlineData("location.file", "\"/etc/passwd\"", "findings[0].location names a file outside")]
    [InlineData("location.file", "\"a/../../b\"", "findings[0].location names a file outside")]
    [InlineData("location.file", "\"..\\\\b\"", "findings[0].location names a file outside")]
    [InlineData("location.file", "\"C:\\\\b\"", "findings[0].location names a file outside")]
    [InlineData("location.file", "7", "findings[0].location.file is no text")]
    [InlineData("location.startLine", "0", "findings[0].location.startLine is no whole number from 1 on")]
    [InlineData("location.endLine", "1", "findings[0].location ends before it starts")]
    [InlineData("location", "null", "findings[0].location is no object")]
    [InlineData("severity", "\"mild\"", "findings[0].severity is none of the words")]
    [InlineData("verdict", "\"pass\"", "findings[0].verdict is none of the words")]
    [InlineData("standing", "\"waived\"", "findings[0].standing is none of the words")]
    [InlineData("message", "[]", "findings[0].message is no text")]
    [InlineData("waiver", "{}", "findings[0].waiver.name is no text")]
    [InlineData("fix", """{"operation":"set","path":"a","edits":[{"file":"../x","startLine":1,"startColumn":1,"endLine":1,"endColumn":1,"replacement":""}]}""", "findings[0].fix.edits[0] names a file outside")]
    public void A_damaged_finding_is_told_with_its_place(string field, string value, string expected)
    {
        JsonObject json = Reports.Json(1);
        JsonNode finding = json["findings"]![0]!;
        finding["location"]!["startLine"] = 5;
        finding["location"]!["endLine"] = 5;
        string[] steps = field.Split('.');
        (steps.Length == 1 ? finding : finding[steps[0]]!)[steps[^1]] = JsonNode.Parse(value);
        ReceivedReport report = Reports.Read(json);
        report.Gate.ShouldBe(Gate.Inconclusive);
        string.Join('\n', report.Problems).ShouldContain(expected);
    }

    [Fact]
    public void A_gate_that_its_findings_contradict_is_not_believed()
    {
        ReceivedReport report = Reports.Read(Reports.Json(1, gate: "open"));
        report.Gate.ShouldBe(Gate.Inconclusive);
        report.Problems.ShouldHaveSingleItem().ShouldContain("its findings say that it is not");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"schemaVersion":1,"schemaVersion":1}""")]
    [InlineData("""{"schemaVersion":1,"gate":"open","findings":[{"message":"half""")]
    public void What_is_no_report_is_inconclusive(string text)
    {
        ReceivedReport report = ReportReader.Read(Encoding.UTF8.GetBytes(text));
        report.Gate.ShouldBe(Gate.Inconclusive);
        report.Problems.ShouldHaveSingleItem();
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        string text = string.Concat(Enumerable.Repeat("[", 100_000));
        ReportReader.Read(Encoding.UTF8.GetBytes(text)).Gate.ShouldBe(Gate.Inconclusive);
    }

    [Fact]
    public void A_missing_report_is_inconclusive()
    {
        ReceivedReport report = ReportReader.ReadFile(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));
        report.Gate.ShouldBe(Gate.Inconclusive);
        report.Problems.ShouldHaveSingleItem().ShouldStartWith("there is no report");
    }

    [Fact]
    public void Half_a_character_is_no_text()
    {
        string json = Reports.Json(1).ToJsonString().Replace("image 1 names", @"image \ud83d names", StringComparison.Ordinal);
        ReceivedReport report = ReportReader.Read(Encoding.UTF8.GetBytes(json));
        report.Problems.ShouldBe(["findings[0].message is no text"]);
    }

    [Fact]
    public void Texts_show_what_they_hide_and_are_cut()
    {
        JsonObject json = Reports.Json(1);
        json["findings"]![0]!["message"] = "a\u202Eb\nc" + new string('x', 10_000);
        ReceivedFinding finding = Reports.Read(json).Findings.ShouldHaveSingleItem();
        finding.Message.ShouldStartWith(@"a\u{202E}b c");
        finding.Message.Length.ShouldBeInRange(ReceivedLimits.LongText - 1, ReceivedLimits.LongText);
    }

    [Fact]
    public void Of_many_problems_the_first_are_told()
    {
        JsonObject json = Reports.Json(0);
        json["policies"] = new JsonArray([.. Enumerable.Range(0, 100).Select(_ => (JsonNode)new JsonObject())]);
        ReceivedReport report = Reports.Read(json);
        report.Problems.Length.ShouldBe(ReceivedLimits.Problems + 1);
        report.Problems[^1].ShouldBe("and 580 more");
    }
}
