namespace PolicyGate.Report.Tests;

/// <summary>
/// Each case's reports, compared with the files beside it. To accept what the program writes now, run the tests with
/// <c>POLICYGATE_ACCEPT=1</c> and read the difference.
/// </summary>
public class CaseTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string name in ReportCase.Names)
            {
                foreach (IReport report in Reports.All)
                {
                    cases.Add(name, report.Format);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_report_is_as_the_file_beside_the_case(string name, string format)
    {
        ReportCase testCase = new(name);
        string actual = Rendering.Render(format, testCase.Assessment, testCase.Context);
        if (Environment.GetEnvironmentVariable("POLICYGATE_ACCEPT") == "1")
        {
            File.WriteAllText(testCase.Expected(format), actual);
        }

        actual.ShouldBe(File.ReadAllText(testCase.Expected(format)));
    }
}
