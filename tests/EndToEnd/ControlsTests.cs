using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary><c>policygate list --controls</c>: which clause of a standard is served by which policy, and which by none.</summary>
public sealed class ControlsTests
{
    private const string Clauses = """
        apiVersion: policygate.dev/v1
        kind: Framework
        metadata: { name: house-rules }
        spec:
          title: House rules
          cited: House rules
          source: https://intranet.example/rules
          clauses:
            "3.1": Nobody shares a password
            "3.2": Whoever needs a terminal says why
        """;

    private const string Policy = """
        // Terminals are for people.

        return new Policy<Container>
        {
            Title       = "Containers have no terminal",
            Severity    = Low,
            Controls    = [new Control("House rules", "3.2"), new Control("House rules", "9")],
            Remediation = "Remove tty.",
            Subjects    = estate => estate.Containers,
            Evaluate    = container => container["tty"].IsTrue ? Fail(container["tty"], "a terminal") : Pass(container["tty"]),
        };
        """;

    [Fact]
    public void Clauses_stand_in_their_order_with_what_serves_them()
    {
        using TemporaryDirectory work = new();
        work.Write("policies/controls/house-rules.yaml", Clauses);
        work.Write("policies/containers/no-terminal.csx", Policy);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "list", "--controls", "house-rules");

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ReplaceLineEndings("\n").ShouldBe("""
            House rules
            https://intranet.example/rules

            3.1  Nobody shares a password: no policy
            3.2  Whoever needs a terminal says why
                   containers/no-terminal

            1 of 2 clauses are served by 1 policy, 1 by none; not clauses of it: House rules 9

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_standard_that_there_is_not_is_told_with_those_that_there_are()
    {
        ProgramRun run = PolicyGateProcess.Run("list", "--controls", "hippa");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("there are: cis-kubernetes, hipaa, iso-27001, nist-800-53, pod-security-standards");
    }

    [Fact]
    public void A_standard_with_a_mistake_is_told_at_its_line()
    {
        using TemporaryDirectory work = new();
        work.Write("policies/controls/house-rules.yaml", Clauses.Replace("cited", "quoted", StringComparison.Ordinal));
        work.Write("policies/containers/no-terminal.csx", Policy);

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "list", "--controls", "house-rules");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("house-rules.yaml:6:3: ");
    }

    /// <summary>A clause that does not exist is no proof of anything.</summary>
    [Fact]
    public void Policies_that_ship_name_clauses_that_exist()
    {
        string[] named = [.. PolicyGateProcess.Run("list", "--format", "json").Json.EnumerateArray()
            .SelectMany(policy => policy.GetProperty("controls").EnumerateArray().Select(control => control.GetString()!))
            .Distinct()];
        IEnumerable<string> existing = Directory.EnumerateFiles(Repository.At("policies", "controls"), "*.yaml")
            .SelectMany(file => ClausesOf(Path.GetFileNameWithoutExtension(file)));

        named.ShouldNotBeEmpty();
        named.Except(existing).ShouldBeEmpty();
    }

    private static IEnumerable<string> ClausesOf(string framework)
    {
        JsonElement listed = PolicyGateProcess.Run("list", "--controls", framework, "--format", "json").Json;
        string cited = listed.GetProperty("cited").GetString()!;
        return listed.GetProperty("clauses").EnumerateArray().Select(clause => $"{cited} {clause.GetProperty("clause").GetString()}");
    }
}
