using System.Text.Json;

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
    public void Shards_of_a_scan_add_up_to_a_scan_of_all_and_one_alone_does_not()
    {
        using TemporaryDirectory work = new();
        using ApiServerOfFewKinds server = new("a", "b");
        work.Write("kubeconfig", server.Kubeconfig);
        foreach (string name in (string[])["a", "b"])
        {
            work.Write($"{name}/environment.yaml", $$"""
                apiVersion: policygate.dev/v1
                kind: Environment
                metadata: { name: {{name}} }
                spec:
                  entity: clinic
                  class: test
                  isolation: dedicated-cluster
                  data: internal
                  namespaces: [erp]
                  sources: [{ path: . }]
                  cluster: { context: {{name}} }
                """);
            work.Write($"{name}/settings.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: erp }\n");
        }

        for (int shard = 0; shard < 2; shard++)
        {
            ProgramRun drift = PolicyGateProcess.RunIn(
                work.Path, "drift", ".", "--kubeconfig", "kubeconfig", "--shard", $"{shard}/2", "--output", $"json=reports/{shard}.json");
            drift.ExitCode.ShouldBe(1, drift.ToString());
        }

        PolicyGateProcess.RunIn(work.Path, "report", "merge", "reports", "--shards", "2", "--output", "all.json").ExitCode.ShouldBe(1);

        using JsonDocument all = JsonDocument.Parse(work.Read("all.json"));
        all.RootElement.GetProperty("clusters").EnumerateArray().Select(cluster => cluster.GetProperty("context").GetString()).ShouldBe(["a", "b"]);
        all.RootElement.GetProperty("findings").EnumerateArray()
            .Where(finding => finding.GetProperty("policy").GetString() == "drift/missing")
            .Select(finding => finding.GetProperty("location").GetProperty("file").GetString()).ShouldBe(["a/settings.yaml", "b/settings.yaml"]);
        PolicyGateProcess.RunIn(work.Path, "report", "merge", "reports/1.json", "--shards", "2", "--output", "one.json").ExitCode.ShouldBe(3);
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
