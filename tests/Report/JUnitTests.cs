using System.Xml.Linq;
using PolicyGate.Model;

namespace PolicyGate.Report.Tests;

public class JUnitTests
{
    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void A_parser_gives_the_visible_text_back(string text)
    {
        string visible = VisibleText.Line(text);
        XDocument report = XDocument.Parse(Rendering.Render("junit", Sample.Holding(text)));
        XElement failure = report.Descendants("failure").ShouldHaveSingleItem();
        failure.Attribute("message")!.Value.ShouldBe(visible);
        failure.Parent!.Attribute("classname")!.Value.ShouldBe(visible);
        failure.Value.Split('\n').ShouldContain($"message: {visible}");
    }

    [Fact]
    public void The_counts_are_those_of_the_cases()
    {
        XDocument report = XDocument.Parse(Rendering.Render("junit", new ReportCase("findings").Assessment));
        foreach (XElement suite in report.Descendants("testsuite").Append(report.Root!))
        {
            Number(suite, "tests").ShouldBe(suite.Descendants("testcase").Count());
            Number(suite, "failures").ShouldBe(suite.Descendants("failure").Count());
            Number(suite, "errors").ShouldBe(suite.Descendants("error").Count());
            Number(suite, "skipped").ShouldBe(suite.Descendants("skipped").Count());
        }
    }

    [Fact]
    public void No_two_cases_have_one_name()
    {
        var twice = Enumerable.Repeat(Sample.Finding(Model.Assessments.Severity.Low), 3);
        XDocument.Parse(Rendering.Render("junit", Sample.Of(twice))).Descendants("testcase")
            .Select(testCase => testCase.Attribute("name")!.Value)
            .ShouldBe(["base/odoo.yaml spec.image", "base/odoo.yaml spec.image (2)", "base/odoo.yaml spec.image (3)"]);
    }

    private static int Number(XElement element, string attribute) => (int)element.Attribute(attribute)!;
}
