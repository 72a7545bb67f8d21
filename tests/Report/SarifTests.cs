using System.Text.Json;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Report.Sarif;

namespace PolicyGate.Report.Tests;

public class SarifTests
{
    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void A_parser_gives_the_visible_text_back(string text)
    {
        using JsonDocument report = JsonDocument.Parse(Rendering.Render("sarif", Sample.Holding(text)));
        JsonElement result = Run(report).GetProperty("results")[0];
        string message = result.GetProperty("message").GetProperty("text").GetString()!;
        WithoutLinkEscapes(message).ShouldBe(VisibleText.Line(text));
        string uri = Physical(result).GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Uri.UnescapeDataString(uri).ShouldBe(VisibleText.Line(text));
        Run(report).GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("id").GetString()
            .ShouldBe(VisibleText.Line(text));
    }

    [Theory]
    [InlineData("base/odoo.yaml", "base/odoo.yaml")]
    [InlineData("my charts/50%/#1.yaml", "my%20charts/50%25/%231.yaml")]
    [InlineData("c:odd/å.yaml", "c%3Aodd/%C3%A5.yaml")]
    public void A_file_name_is_a_relative_reference(string file, string uri) => ArtifactUri.Of(file).ShouldBe(uri);

    [Fact]
    public void Beyond_what_GitHub_keeps_the_worst_are_kept_and_the_cut_is_stated()
    {
        IEnumerable<Finding> findings = Enumerable.Repeat(Sample.Finding(Severity.Low), SarifLimits.ResultsPerRun)
            .Append(Sample.Finding(Severity.Critical) with { Message = "the worst" });
        using JsonDocument report = JsonDocument.Parse(Rendering.Render("sarif", Sample.Of(findings)));
        JsonElement results = Run(report).GetProperty("results");
        results.GetArrayLength().ShouldBe(5_000);
        results[0].GetProperty("message").GetProperty("text").GetString().ShouldBe("the worst");
        results[4_999].GetProperty("message").GetProperty("text").GetString()!.ShouldStartWith("4999 of 5001 findings");
        Notice(report)!.ShouldStartWith("4999 of 5001 findings");
    }

    [Fact]
    public void A_finding_of_no_file_is_shown_where_its_environment_is_declared()
    {
        Finding finding = Sample.Finding(Severity.High) with { Location = Location.None };
        Assessment assessment = Sample.Of([finding]) with
        {
            Environments = [new EnvironmentSummary("default", "environments/default.yaml", 1)],
        };
        using JsonDocument report = JsonDocument.Parse(Rendering.Render("sarif", assessment));
        Physical(Run(report).GetProperty("results")[0]).GetProperty("artifactLocation").GetProperty("uri").GetString()
            .ShouldBe("environments/default.yaml");
    }

    [Fact]
    public void A_finding_without_any_place_is_a_notification()
    {
        Finding finding = Sample.Finding(Severity.High) with { Location = Location.None };
        using JsonDocument report = JsonDocument.Parse(Rendering.Render("sarif", Sample.Of([finding])));
        Run(report).GetProperty("results").GetArrayLength().ShouldBe(0);
        Notice(report).ShouldBe("images/digest-required: it names no digest");
    }

    [Theory]
    [InlineData(3, 5, 3, 9, 3, 9)]
    [InlineData(3, 5, 7, 1, 6, null)] // ends at the start of line 7, so nothing of that line is meant
    [InlineData(3, 5, 3, 5, 3, null)] // empty: the rest of the line
    public void A_region_ends_on_a_line_that_holds_some_of_it(int l1, int c1, int l2, int c2, int line, int? column)
    {
        PlainRegion region = PlainRegion.Of(new Span(l1, c1, l2, c2));
        (region.EndLine, region.EndColumn).ShouldBe((line, column));
    }

    private static JsonElement Run(JsonDocument report) => report.RootElement.GetProperty("runs")[0];

    private static JsonElement Physical(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private static string? Notice(JsonDocument report) => Run(report).GetProperty("invocations")[0]
        .GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString();

    /// <summary>As a reader of SARIF shows it: a message with a link in it has its plain brackets escaped.</summary>
    private static string WithoutLinkEscapes(string message)
    {
        System.Text.RegularExpressions.Regex.IsMatch(message, @"(?<!\\)\]\(").ShouldBeFalse(message);
        return message.Contains(@"\](", StringComparison.Ordinal)
            ? System.Text.RegularExpressions.Regex.Replace(message, @"\\(.)", "$1")
            : message;
    }
}
