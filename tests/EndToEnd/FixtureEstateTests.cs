namespace PolicyGate.Tests;

/// <summary>Three estates that read like the real thing; each marks what is wrong with it on the line itself.</summary>
public sealed class FixtureEstateTests
{
    private const string Mark = "#~";
    private static readonly string[] AgainstHostPaths =
    [
        "pod-security/baseline/host-path-volumes",
        "pod-security/restricted/volume-types",
    ];

    private const string Now = "2026-11-21T12:00:00Z";

    [Theory]
    [InlineData("default")]
    [InlineData("healthcare")]
    [InlineData("strict")]
    public void The_hospital_passes_but_for_one_waived_volume(string profile)
    {
        ProgramRun run = PolicyGateProcess.Run(
            "check", "fixtures/hospital", "--profile", profile, "--now", Now, "--output", "json");

        run.ExitCode.ShouldBe(0, run.ToString());
        Policies(run).ShouldBe(profile == "default" ? AgainstHostPaths[..1] : AgainstHostPaths, ignoreOrder: true);
        run.Json.GetProperty("findings").EnumerateArray()
            .ShouldAllBe(finding => finding.GetProperty("waiver").GetProperty("approver").GetString() == "ciso-office");
    }

    [Fact]
    public void The_waiver_and_the_bindings_of_the_hospital_end()
    {
        ProgramRun run = PolicyGateProcess.Run(
            "check", "fixtures/hospital", "--profile", "strict", "--now", "2027-04-01T00:00:00Z", "--output", "json");

        run.ExitCode.ShouldBe(1);
        Policies(run).Distinct().ShouldBe([.. AgainstHostPaths, "roles/privileged-access-expires", "waiver/expired"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("fixtures/clinic-group", 1)]
    [InlineData("fixtures/laboratory", 3)]
    public void An_estate_has_the_findings_that_it_marks_and_no_others(string estate, int exitCode)
    {
        ProgramRun run = PolicyGateProcess.Run("check", estate, "--now", Now, "--output", "json");

        Places(run).ShouldBe(MarkedPlaces(estate).Concat(UnmarkablePlaces(estate)), ignoreOrder: true, run.Errors);
        run.ExitCode.ShouldBe(exitCode);
    }

    private static IEnumerable<string> Policies(ProgramRun run) =>
        run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("policy").GetString()!);

    private static IEnumerable<string> Places(ProgramRun run) =>
        run.Json.GetProperty("findings").EnumerateArray().Select(finding =>
            $"{finding.GetProperty("location").GetProperty("file").GetString()}:"
            + $"{finding.GetProperty("location").GetProperty("startLine").GetInt32()} {finding.GetProperty("policy").GetString()}");

    private static IEnumerable<string> MarkedPlaces(string estate) =>
        from file in Directory.EnumerateFiles(Repository.At(estate), "*.yaml", SearchOption.AllDirectories)
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        from policy in line.Text.Split(Mark).Skip(1)
        select $"{Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')}:{line.Number} {policy.Trim()}";

    /// <summary>Files in which no comment can stand.</summary>
    private static IEnumerable<string> UnmarkablePlaces(string estate)
    {
        string list = Repository.At(estate, "expected-findings.txt");
        return File.Exists(list) ? File.ReadLines(list) : [];
    }
}
