using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>
/// Ordinary policies, as good authors write them, over all of C#. Each says at its head what it must find, in lines
/// <c>// expect: FILE:LINE RESOURCE: MESSAGE</c> in the order of the report, and how its subjects fare in a line
/// <c>// judged: …</c>. What refuses one of them, or changes a letter of what it says, is wrong.
/// </summary>
public sealed class BenignPolicyTests : IClassFixture<BenignRun>
{
    private const string Now = "2026-11-21T12:00:00Z";
    private const string Estate = "fixtures/benign/estate";
    private const string Accept = "POLICYGATE_ACCEPT";

    private readonly BenignRun run;

    public BenignPolicyTests(BenignRun run)
    {
        this.run = run;
    }

    public static TheoryData<string> Policies =>
        [.. Directory.GetFiles(Repository.At("fixtures", "benign"), "*.csx").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_says_what_its_head_says(string policy)
    {
        string file = Repository.At("fixtures", "benign", $"{policy}.csx");
        string[] actual = [.. run.Of(policy)];

        if (System.Environment.GetEnvironmentVariable(Accept) == "1")
        {
            File.WriteAllText(file, WithHead(File.ReadAllLines(file), actual));
        }

        actual.ShouldBe(File.ReadLines(file).Where(IsExpectation), run.Errors);
    }

    /// <summary>Where a run takes place makes no difference to any byte of what it says.</summary>
    [Theory]
    [InlineData("de_DE.UTF-8", "America/St_Johns")]
    [InlineData("tr_TR.UTF-8", "Asia/Kolkata")]
    [InlineData("C", "Pacific/Kiritimati")]
    public void The_report_is_the_same_everywhere(string culture, string zone)
    {
        ProgramRun elsewhere = PolicyGateProcess.RunWith(
            new() { ["LC_ALL"] = culture, ["LANG"] = culture, ["TZ"] = zone },
            Repository.At("fixtures", "benign"),
            [.. Arguments(Repository.At("fixtures", "benign"), Repository.At("fixtures", "benign", "estate"))]);

        elsewhere.Output.ShouldBe(run.Output, elsewhere.Errors);
    }

    /// <summary>Copies whose directory lists its files in another order, in a place of another name.</summary>
    [Fact]
    public void The_order_of_files_makes_no_difference()
    {
        using TemporaryDirectory work = new();
        string[] files = Directory.GetFiles(Repository.At("fixtures", "benign"), "*", SearchOption.AllDirectories);
        foreach (string file in files.OrderDescending(StringComparer.Ordinal))
        {
            work.Write(Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file));
        }

        ProgramRun copy = PolicyGateProcess.RunIn(work.Path, [.. Arguments("fixtures/benign", Estate)]);

        copy.Output.ShouldBe(run.Output, copy.Errors);
    }

    internal static ProgramRun Run() => PolicyGateProcess.Run([.. Arguments("fixtures/benign", Estate)]);

    internal static IEnumerable<string> Expectations(JsonElement report, string policy)
    {
        foreach (JsonElement finding in report.GetProperty("findings").EnumerateArray().Where(finding => Text(finding, "policy") == policy))
        {
            JsonElement location = finding.GetProperty("location");
            string place = $"{Path.GetRelativePath(Estate, Text(location, "file")).Replace('\\', '/')}:{location.GetProperty("startLine")}";
            string verdict = Text(finding, "verdict") == "fail" ? "expect" : Text(finding, "verdict");
            yield return $"// {verdict}: {place} {Who(finding)}: {Text(finding, "message")}";
        }

        foreach (JsonElement summary in report.GetProperty("policies").EnumerateArray().Where(summary => Text(summary, "id") == policy))
        {
            yield return $"// judged: {summary.GetProperty("pass")} pass, {summary.GetProperty("fail")} fail, "
                + $"{summary.GetProperty("error")} error, {summary.GetProperty("notApplicable")} n-a";
        }
    }

    private static IEnumerable<string> Arguments(string policies, string estate) =>
        ["check", estate, "--policies", policies, "--profile", "benign", "--now", Now, "--no-cache", "--all-verdicts", "--output", "json"];

    private static bool IsExpectation(string line) =>
        line.StartsWith("// expect: ", StringComparison.Ordinal) || line.StartsWith("// judged: ", StringComparison.Ordinal);

    private static string WithHead(string[] lines, string[] expectations)
    {
        string[] own = [.. lines.Where(line => !IsExpectation(line))];
        string[] head = [.. own.TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal))];
        return string.Concat(((string[])[.. head, .. expectations, .. own[head.Length..]]).Select(line => $"{line}\n"));
    }

    private static string Who(JsonElement finding)
    {
        JsonElement resource = finding.GetProperty("resource");
        if (resource.ValueKind == JsonValueKind.Null)
        {
            return Text(finding, "environment");
        }

        string ns = Text(resource, "namespace");
        return $"{Text(resource, "kind")} {(ns.Length > 0 ? $"{ns}/" : "")}{Text(resource, "name")}";
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}

/// <summary>One run of all ordinary policies together, as a repository has them.</summary>
public sealed class BenignRun
{
    private readonly ProgramRun run = BenignPolicyTests.Run();
    private readonly Lazy<JsonElement> report;

    public BenignRun()
    {
        report = new(() => run.Json);
    }

    /// <summary>What it wrote to standard output.</summary>
    internal string Output => run.Output;

    /// <summary>What it wrote to standard error: policies that were refused.</summary>
    internal string Errors => run.Errors;

    /// <summary>What a policy said, in the words of the heads.</summary>
    internal IEnumerable<string> Of(string policy)
    {
        run.ExitCode.ShouldBe(1, run.Errors);
        return BenignPolicyTests.Expectations(report.Value, policy);
    }
}
