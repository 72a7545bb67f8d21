using System.Text.Json;

namespace PolicyGate.Tests;

/// <summary>Texts of policies, cases, manifests, file names and arguments that want to be taken for the program's own.</summary>
public sealed class HostileTextTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec: { containers: [{ name: web, image: "registry.example/web:1.0" }] }
        """;

    /// <summary>Every text is what a build server, a terminal or a reader would be taken in by.</summary>
    private const string Policy = """"
        // Why ##[error]forged by a reason
        // ::error::forged by a reason

        return new Policy<Container, Limits>
        {
            Title       = "::error::forged\n::error::forged by a title ##[error]x\u202E",
            Severity    = Low,
            Controls    = [Nist80053("::error::forged\n##vso[task.complete]")],
            Remediation = "Mend it.\n::error::forged by a remediation\u001b[2J",
            Subjects    = estate => estate.Containers,
            Evaluate    = (container, limits) => Fail(container.Node, "\n::error::forged by a message ##[error]x\u001b[2J\u202E"),
        };

        record Limits { public string Max { get; init; } = "\n::error::forged by a parameter"; }
        """";

    private static readonly string[] Acting = ["\u001b", "\u202E", "##[", "##vso["];

    [Theory]
    [InlineData("list")]
    [InlineData("list", "--format", "json")]
    [InlineData("explain", "a/hostile")]
    [InlineData("test")]
    [InlineData("test", "--format", "json")]
    [InlineData("check")]
    [InlineData("check", "--output", "json", "--all-verdicts")]
    [InlineData("check", "--output", "sarif")]
    [InlineData("check", "--output", "junit")]
    [InlineData("check", "--output", "markdown")]
    [InlineData("check", "no\n::error::such\u001b[2J##[error]path")]
    [InlineData("check", "--profile", "\n::error::forged")]
    [InlineData("explain", "\n::error::forged")]
    [InlineData("no\n::error::such command")]
    public void No_command_lets_them_act(params string[] arguments)
    {
        using TemporaryDirectory work = Hostile();

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, arguments);

        string said = run.Output + run.Errors;
        said.ShouldNotBeEmpty();
        said.Split('\n').ShouldAllBe(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Acting.Where(text => said.Contains(text, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(said);
    }

    [Fact]
    public void The_catalogue_gives_the_text_back_visibly()
    {
        using TemporaryDirectory work = Hostile();

        JsonElement policy = PolicyGateProcess.RunIn(work.Path, "list", "--format", "json").Json[0];

        policy.GetProperty("title").GetString()
            .ShouldBe(@"::error::forged\u{A}::error::forged by a title ##[error]x\u{202E}");
        policy.GetProperty("remediation").GetString().ShouldBe("Mend it.\n::error::forged by a remediation\\u{1B}[2J");
    }

    [Fact]
    public void A_failure_that_nobody_foresaw_shows_neither_stack_nor_path()
    {
        using TemporaryDirectory work = new();
        work.Write("policies", "a file, not a directory");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "new", "policy", "a/b");

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Errors.ShouldStartWith("policygate: a file or directory could not be used: ");
        run.Errors.Trim().ShouldNotContain('\n');
        run.Errors.ShouldNotContain(work.Path);
    }

    [Fact]
    public void A_policy_from_elsewhere_is_named_without_its_absolute_path()
    {
        using TemporaryDirectory work = new();
        using TemporaryDirectory elsewhere = new();
        work.Write("pod.yaml", Pod);
        elsewhere.Write("common/a/broken/broken.csx", "return 1 + ;\n");
        string policies = Path.Combine(elsewhere.Path, "common");

        ProgramRun run = PolicyGateProcess.RunIn(work.Path, "check", "--policies", policies, "--output", "json");

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Errors.ShouldStartWith("common/a/broken/broken.csx(1,12): error CS1525");
        run.Output.ShouldNotContain(elsewhere.Path);
        PolicyGateProcess.RunIn(work.Path, "list", "--format", "json").Output.ShouldContain("\"file\": \"policies/backup/");
    }

    private static TemporaryDirectory Hostile()
    {
        TemporaryDirectory work = new();
        work.Write("pod.yaml", Pod.Replace("name: web,", "name: \"web\\n::error::forged by a manifest##[error]x\",", StringComparison.Ordinal));
        work.Write("policies/a/hostile/hostile.csx", Policy);
        work.Write("policies/a/hostile/cases/fail.hostile.yaml", Pod + "\n  #~ ::error::forged ##[error]by a case\u001b[2J\n");
        work.Write("policies/a/hostile/cases/pass.hostile.yaml", Pod);
        return work;
    }
}
