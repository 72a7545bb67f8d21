using System.Text.Json;
using PolicyGate.Model;

namespace PolicyGate.Report.Tests;

public class JsonTests
{
    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void A_parser_gives_the_visible_text_back(string text)
    {
        string visible = VisibleText.Line(text);
        using JsonDocument report = JsonDocument.Parse(Rendering.Render("json", Sample.Holding(text)));
        JsonElement finding = report.RootElement.GetProperty("findings")[0];
        finding.GetProperty("message").GetString().ShouldBe(visible);
        finding.GetProperty("resource").GetProperty("name").GetString().ShouldBe(visible);
        finding.GetProperty("location").GetProperty("file").GetString().ShouldBe(visible);
        finding.GetProperty("controls")[0].GetString().ShouldBe(visible);
        report.RootElement.GetProperty("verdicts")[0].GetProperty("subject").GetString().ShouldBe(visible);
    }

    [Fact]
    public void Verdicts_are_there_only_when_asked_for()
    {
        ReportContext few = Rendering.Plain with { AllVerdicts = false };
        using JsonDocument report = JsonDocument.Parse(Rendering.Render("json", Sample.Holding("x"), few));
        report.RootElement.TryGetProperty("verdicts", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_report_longer_than_its_buffer_is_whole()
    {
        var findings = Enumerable.Range(0, 2_000)
            .Select(number => Sample.Finding(Model.Assessments.Severity.Low) with { Message = $"日本語 {number}" });
        using JsonDocument report = JsonDocument.Parse(Rendering.Render("json", Sample.Of(findings)));
        report.RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => finding.GetProperty("message").GetString())
            .ShouldBe(Enumerable.Range(0, 2_000).Select(number => $"日本語 {number}"));
    }
}
