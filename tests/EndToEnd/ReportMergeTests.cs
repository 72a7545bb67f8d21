namespace PolicyGate.Tests;

/// <summary><c>policygate report merge</c> as a terminal and a build server meet it.</summary>
public sealed class ReportMergeTests
{
    private static readonly string Cases = Repository.At("tests", "Publish", "merging");

    [Theory]
    [InlineData("all-is-well", 2, 0)]
    [InlineData("fleet", 3, 1)]
    [InlineData("truncated", 2, 3)]
    [InlineData("fewer-than-shards", 3, 3)]
    public void The_reports_of_a_directory_become_one(string name, int shards, int exitCode)
    {
        using TemporaryDirectory work = new();
        foreach (string file in Directory.GetFiles(Path.Combine(Cases, name), "*.json"))
        {
            work.Write($"reports/{Path.GetFileName(file)}", File.ReadAllText(file));
        }

        string[] merge = ["report", "merge", "reports", "--shards", $"{shards}", "--output", "reports/merged.json"];
        ProgramRun run = PolicyGateProcess.RunIn(work.Path, merge);

        run.ExitCode.ShouldBe(exitCode, run.ToString());
        run.Output.TrimEnd().ShouldNotContain('\n');
        run.Output.ShouldContain("written to reports/merged.json");
        string merged = work.Read("reports/merged.json");
        PolicyGateProcess.RunIn(work.Path, merge).ExitCode.ShouldBe(exitCode);
        work.Read("reports/merged.json").ShouldBe(merged);
    }

    [Fact]
    public void What_was_merged_is_published()
    {
        using TemporaryDirectory work = new();
        string[] reports = Directory.GetFiles(Path.Combine(Cases, "fleet"), "shard-*.json");
        PolicyGateProcess.RunIn(work.Path, ["report", "merge", .. reports, "--output", "merged.json"]).ExitCode.ShouldBe(1);

        ProgramRun run = PolicyGateProcess.RunIn(
            work.Path,
            "publish", "merged.json", "--repository", "o/r", "--sha", new string('a', 40), "--annotate", "none", "--summary", "summary.md");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Errors.ShouldBeEmpty();
        work.Read("summary.md").ShouldContain("gate closed");
    }

    [Fact]
    public void A_report_that_is_not_there_is_named()
    {
        using TemporaryDirectory work = new();

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "report", "merge", "reports/shard-3.json", "--output", "merged.json");

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Errors.ShouldContain("there is no report 'reports/shard-3.json'");
        work.Read("merged.json").ShouldContain("report/shard-missing");
    }

    [Theory]
    [InlineData("--shards takes a number from 1 on", "a.json", "--shards", "0", "--output", "b.json")]
    [InlineData("'a.json' is named twice", "a.json", "a.json", "--output", "b.json")]
    [InlineData("name another file", "a.json", "--output", "a.json")]
    [InlineData("Option '--output' is required", "a.json")]
    [InlineData("Required argument 'FILE' missing", "--output", "b.json")]
    public void A_wrong_command_says_what_to_do(string message, params string[] arguments)
    {
        using TemporaryDirectory work = new();
        work.Write("a.json", "{}");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, ["report", "merge", .. arguments]);

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Errors.ShouldContain(message);
        File.Exists(Path.Combine(work.Path, "b.json")).ShouldBeFalse();
    }
}
