using System.Globalization;
using PolicyGate.CodeHost;
using PolicyGate.Publish.CheckRuns;
using PolicyGate.Publish.Comments;
using PolicyGate.Publish.Markdown;
using PolicyGate.Publish.Received;
using PolicyGate.Tests;

namespace PolicyGate.Publish.Tests;

/// <summary>
/// What is told of a report, compared with the files in the case's folder. The report is the folder's own, or the JSON
/// report of the case of the same name of <c>tests/Report</c>. To accept what the program writes now, run the tests with
/// <c>POLICYGATE_ACCEPT=1</c> and read the difference.
/// </summary>
public class CaseTests
{
    private static readonly string Root = Repository.At("tests", "Publish", "cases");

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string name in Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
            {
                foreach (string page in new[] { "check-run.md", "comment.md", "summary.md", "annotations.txt", "commands.txt" })
                {
                    cases.Add(name, page);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_page_is_as_the_file_of_the_case(string name, string page)
    {
        string actual = Render(page, ReadPublication(name));
        string expected = Path.Combine(Root, name, $"expected.{page}");
        if (Environment.GetEnvironmentVariable("POLICYGATE_ACCEPT") == "1")
        {
            File.WriteAllText(expected, actual);
        }

        actual.ShouldBe(File.ReadAllText(expected));
    }

    private static string Render(string page, Publication publication) => page switch
    {
        "check-run.md" => $"{Wording.Verdict(publication.Report)}\n\n{CheckRunText.Summary(publication, "All annotated.")}\n"
            + CheckRunText.Evidence(publication),
        "comment.md" => CommentText.Of(publication, new CommentMark("PolicyGate", new(77, 1)).ToString(), new("https://github.com/o/r/runs/5")),
        "summary.md" => JobSummary.Of(publication, 0),
        "annotations.txt" => string.Concat(AnnotationPlan.Of(publication.Report.Findings).Select(Line)),
        "commands.txt" => WorkflowCommands.Of(publication.Report, "The token may not write."),
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };

    private static string Line(PlannedAnnotation planned)
    {
        Annotation one = planned.Annotation;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Level} {one.Path}:{one.StartLine}:{one.StartColumn}-{one.EndLine}:{one.EndColumn} x{planned.Findings} [{one.Title}] {one.Message.ReplaceLineEndings(" / ")}\n");
    }

    private static Publication ReadPublication(string name)
    {
        string own = Path.Combine(Root, name, "report.json");
        string shared = Repository.At("tests", "Report", "cases", name, "expected.json");
        ReceivedReport report = ReportReader.Read(File.ReadAllBytes(File.Exists(own) ? own : shared));
        return new()
        {
            Report = report,
            Commit = Reports.Commit,
            Now = Reports.Now,
            Links = new(new("https://github.com"), RepositoryName.Parse("o/r")!, Reports.Commit),
            RunUrl = new("https://github.com/o/r/actions/runs/77"),
        };
    }
}
