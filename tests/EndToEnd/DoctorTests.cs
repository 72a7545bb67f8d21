using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary><c>policygate doctor</c> as a terminal and a build server meet it.</summary>
public sealed class DoctorTests
{
    private const string Workflow = ".github/workflows/gate.yml";

    /// <summary>Its file's name and texts would act on a terminal or be commands to a build server.</summary>
    private const string Hostile = """
        on:
          pull_request:
            paths: [apps]
        jobs:
          gate:
            name: "\e[2J\u202E::error::owned"
            runs-on: ubuntu-latest
            if: "true\n::warning::owned"
            steps:
              - uses: "x/policygate@::stop-commands::a\e]0;owned\a"
              - run: echo "${{ github.head_ref }}"
        """;

    [Fact]
    public void What_is_wrong_is_said_with_place_and_fix_and_nothing_of_it_acts()
    {
        using TemporaryDirectory work = new();
        work.Write(Workflow, Hostile);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "doctor");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain($"{Workflow}:3:5: error: `paths` keeps the gate from running on some pull requests [trigger/path-filter]\n");
        run.Output.ShouldContain("    Fix: Remove `paths`");
        run.Output.ShouldNotContain("\e");
        run.Output.ShouldNotContain("\u202E");
        run.Output.Split('\n').ShouldNotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }

    [Fact]
    public void Json_has_the_same()
    {
        using TemporaryDirectory work = new();
        work.Write(Workflow, Hostile);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "doctor", "--output", "json");

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Json.GetProperty("workflows").EnumerateArray().Select(file => file.GetString()).ShouldBe([Workflow]);
        JsonElement[] all = [.. run.Json.GetProperty("diagnoses").EnumerateArray()];
        all.Count(one => one.GetProperty("level").GetString() == "error").ShouldBe(run.Json.GetProperty("errors").GetInt32());
        JsonElement filter = all.Single(one => one.GetProperty("id").GetString() == "trigger/path-filter");
        filter.GetProperty("location").GetProperty("startLine").GetInt32().ShouldBe(3);
        filter.GetProperty("paste").GetString().ShouldBe("on:\n  pull_request:\n  merge_group:");
    }

    [Fact]
    public void Warnings_alone_are_no_failure_and_a_directory_that_is_not_there_is_a_mistake()
    {
        using TemporaryDirectory work = new();

        ProgramRun empty = PolicyGateProcess.RunIn(work.Path, "doctor", ".");
        ProgramRun missing = PolicyGateProcess.RunIn(work.Path, "doctor", "nowhere");

        empty.ExitCode.ShouldBe(0, empty.ToString());
        empty.Output.ShouldContain("0 errors, 1 warning; 0 workflows with the gate");
        missing.ExitCode.ShouldBe(2, missing.ToString());
        missing.Errors.ShouldContain("there is no directory 'nowhere'");
    }
}
