using System.Globalization;

namespace PolicyGate.Report.Tests;

public class DeterminismTests
{
    public static TheoryData<string, string> Cases => CaseTests.Cases;

    /// <summary>
    /// The tests run without culture data, as the program does, so the culture is one made up of what real ones do:
    /// another minus sign, decimal comma, other separators and patterns of dates and times.
    /// </summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_report_is_the_same_under_every_culture(string name, string format)
    {
        ReportCase testCase = new(name);
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Odd();
            Rendering.Render(format, testCase.Assessment, testCase.Context)
                .ShouldBe(File.ReadAllText(testCase.Expected(format)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static CultureInfo Odd()
    {
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = "h";
        culture.DateTimeFormat.ShortDatePattern = "d/M/yy";
        culture.DateTimeFormat.LongTimePattern = "H:mm:ss";
        return culture;
    }
}
