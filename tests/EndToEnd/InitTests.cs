namespace PolicyGate.Tests;

/// <summary><c>policygate init</c> as a team meets it that starts.</summary>
public sealed class InitTests
{
    private const string Pod = """
        # yaml-language-server: this is a manifest
        apiVersion: v1
        kind: Pod
        metadata: { name: web }
        spec: { containers: [{ name: web, image: "registry.example/web:1.0", tty: false }] }
        """;

    [Fact]
    public void After_it_the_policies_are_tested_and_judge()
    {
        using TemporaryDirectory work = new();

        ProgramRun init = PolicyGateProcess.RunIn(work.Path, "init");

        init.ExitCode.ShouldBe(0, init.ToString());
        ProgramRun test = PolicyGateProcess.RunIn(work.Path, "test");
        test.ExitCode.ShouldBe(0, test.ToString());
        test.Output.TrimEnd().ShouldEndWith("2 passed, 0 failed");
        work.Write("pod.yaml", Pod);
        ProgramRun check = PolicyGateProcess.RunIn(work.Path, "check");
        check.ExitCode.ShouldBe(0, check.ToString());
        check.Output.ShouldContain("1 policy passed on 1 subject");
        work.Write("pod.yaml", Pod.Replace("tty: false", "tty: true", StringComparison.Ordinal));
        PolicyGateProcess.RunIn(work.Path, "check").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Every_file_it_says_is_there_and_the_second_time_it_changes_none()
    {
        using TemporaryDirectory work = new();

        string[] made = Files("made", PolicyGateProcess.RunIn(work.Path, "init", "."));
        made.ShouldBe(In(work), ignoreOrder: true);
        made.ShouldContain(".policygate/PolicyGate.Model.xml");
        Dictionary<string, string> before = made.ToDictionary(file => file, work.Read);

        Files("kept", PolicyGateProcess.RunIn(work.Path, "init")).ShouldBe(
            made.Where(file => !file.StartsWith("policies/", StringComparison.Ordinal)), ignoreOrder: true);
        In(work).ShouldAllBe(file => before[file] == work.Read(file));
    }

    [Fact]
    public void What_is_there_stays()
    {
        using TemporaryDirectory work = new();
        string[] there = ["policygate.yaml", "omnisharp.json", ".vscode/settings.json", ".policygate/policies.rsp", "policies/mine.csx"];
        foreach (string file in there)
        {
            work.Write(file, "ours");
        }

        ProgramRun init = PolicyGateProcess.RunIn(work.Path, "init");

        there.ShouldAllBe(file => work.Read(file) == "ours");
        init.Output.ShouldContain("kept policygate.yaml, which is there already and differs");
        In(work).Where(file => file.StartsWith("policies/", StringComparison.Ordinal)).ShouldBe(["policies/mine.csx"]);
    }

    [Fact]
    public void What_the_program_made_for_editors_is_made_anew_on_demand_and_nothing_else()
    {
        using TemporaryDirectory work = new();
        work.Write(".policygate/policies.rsp", "of an older version");
        work.Write("omnisharp.json", "ours");

        ProgramRun init = PolicyGateProcess.RunIn(work.Path, "init", "--editor-only");

        init.ExitCode.ShouldBe(0, init.ToString());
        init.Output.ShouldContain("refreshed .policygate/policies.rsp");
        work.Read(".policygate/policies.rsp").ShouldContain("/r:.policygate/PolicyGate.Authoring.dll\n");
        work.Read("omnisharp.json").ShouldBe("ours");
        In(work).ShouldAllBe(file => file.StartsWith(".policygate/", StringComparison.Ordinal)
            || file == "omnisharp.json" || file.StartsWith(".vscode/", StringComparison.Ordinal));
    }

    [Fact]
    public void Git_does_not_see_what_the_program_made_for_editors()
    {
        using TemporaryDirectory work = new();
        Git.Run(work.Path, "init", "--quiet");

        PolicyGateProcess.RunIn(work.Path, "init").ExitCode.ShouldBe(0);

        foreach (string file in In(work).Where(file => file.StartsWith(".policygate/", StringComparison.Ordinal)))
        {
            Git.Run(work.Path, "check-ignore", "--quiet", file);
        }
    }

    [Fact]
    public void Below_the_root_of_a_repository_it_says_where_to_go()
    {
        using TemporaryDirectory work = new();
        Git.Run(work.Path, "init", "--quiet");
        work.Write("apps/readme.txt", "");

        ProgramRun init = PolicyGateProcess.RunIn(work.Path, "init", "apps");

        init.ExitCode.ShouldBe(2, init.ToString());
        init.Errors.ShouldContain("'apps' is not the root of its repository, which is at '..' from there");
        In(work).ShouldBe(["apps/readme.txt"]);
    }

    private static string[] Files(string done, ProgramRun run) =>
    [
        .. run.Output.Split('\n')
            .Where(line => line.StartsWith($"{done} ", StringComparison.Ordinal))
            .Select(line => line[(done.Length + 1)..]),
    ];

    private static string[] In(TemporaryDirectory work) =>
    [
        .. Directory.EnumerateFiles(work.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(work.Path, path).Replace('\\', '/'))
            .Where(file => !file.StartsWith(".git/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
