namespace PolicyGate.Report.Tests;

public class ReportsTests
{
    [Fact]
    public void Every_format_can_be_asked_for_by_its_name()
    {
        Type[] written =
        [
            .. typeof(IReport).Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IReport))),
        ];
        Reports.All.Select(report => report.GetType()).ShouldBe(written, ignoreOrder: true);
        Reports.All.ShouldAllBe(report => Reports.Find(report.Format) == report);
        Reports.Find("Console").ShouldBeNull();
    }
}
